import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createArticleReader } from '../../../adapters/sources/create-article-reader.ts';
import type { RawArticle } from '../../../src/domain/article.ts';
import type { ReadItem } from '../../../src/ports/article-reader.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attache-read-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function readAll(
  path = folder,
  options: Parameters<typeof createArticleReader>[0] = { outlet: null, language: null },
): Promise<readonly ReadItem[]> {
  return Array.fromAsync(createArticleReader(options).read(path));
}

async function readFile(name: string, content: string | Uint8Array): Promise<RawArticle> {
  await writeFile(join(folder, name), content);
  const item = (await readAll(join(folder, name)))[0];
  if (item?.kind !== 'article') throw new Error(item?.reason ?? 'nothing was read');
  return item.raw;
}

async function rejection(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  const items = await readAll(join(folder, name));
  return items.map((item) => (item.kind === 'rejected' ? item.reason : 'was read')).join('; ');
}

describe('plain text', () => {
  it('takes the date before the text, with or without blanks', async () => {
    expect(await readFile('a.txt', ' date 2023-11-14 In an interview, he spoke.')).toMatchObject({
      published: '2023-11-14',
      publishedFrom: 'file',
      title: null,
      text: ' In an interview, he spoke.',
    });
    expect(await readFile('b.txt', 'date 2023-11-14\nHe spoke.')).toMatchObject({ published: '2023-11-14' });
  });

  it('is undated without one, and a date elsewhere is text', async () => {
    expect(await readFile('a.txt', 'The date 2023-11-14 was a Tuesday.')).toMatchObject({
      published: null,
      text: 'The date 2023-11-14 was a Tuesday.',
    });
  });

  it.each([
    ['UTF-16 with a mark', new Uint8Array([0xff, 0xfe, 0xe9, 0, 0x74, 0])],
    ['windows-1252', new Uint8Array([0xe9, 0x74])],
  ])('decodes %s', async (_, bytes) => {
    expect((await readFile('a.txt', bytes)).text).toBe('ét');
  });

  it.each([
    ['an empty file', new Uint8Array(), 'is empty'],
    ['a binary', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]), 'is not text (binary content)'],
    ['too large a file', Buffer.alloc(21 * 1024 * 1024, 97), 'is larger than 20 MB'],
  ])('refuses %s', async (_, bytes, reason) => {
    expect(await rejection('a.txt', bytes)).toBe(reason);
  });
});

describe('Markdown', () => {
  it('reads its front matter and leaves the markup out', async () => {
    const raw = await readFile(
      'a.md',
      '---\ntitle: "A: B"\npublished: 2025-01-11\noutlet: Wire\nid: x-1\n---\n## Head\n\nThe **minister** [said](https://e.example) so.\n\n- one\n- two\n',
    );
    expect(raw).toMatchObject({ title: 'A: B', published: '2025-01-11', outlet: 'Wire', id: 'x-1' });
    expect(raw.text.trim()).toBe('Head\n\nThe minister said so.\n\none\ntwo');
  });

  it('takes a leading heading as the title where none is given', async () => {
    expect(await readFile('a.md', '# The *title*\n\nText.')).toMatchObject({
      title: 'The title',
      text: 'Text.',
    });
  });

  it('refuses front matter that is not YAML', async () => {
    expect(await rejection('a.md', '---\ntitle: [\n---\nText.')).toBe('has front matter that is not YAML');
  });
});

describe('JSON Lines', () => {
  it('reports the line that is bad and reads the others', async () => {
    await writeFile(
      join(folder, 'a.jsonl'),
      '{"id":"1","text":"One."}\n\n{"id":\n{"title":"no text"}\n{"id":"5","text":"Five.","published":"2025-01-01"}\n',
    );
    const items = await readAll();
    expect(items.map((item) => (item.kind === 'article' ? item.raw.id : `${item.origin.split(':').at(-1) ?? ''} ${item.reason}`))).toEqual([
      '1',
      '3 is not JSON',
      '4 has no "text"',
      '5',
    ]);
  });
});

describe('web pages', () => {
  const page = (body: string, head = ''): string =>
    `<!doctype html><html lang="en"><head><title>T | Site</title>${head}</head><body><nav>Menu</nav><article><h1>Title</h1>${body}</article></body></html>`;

  it('takes what the page says of itself', async () => {
    const head =
      '<meta property="og:site_name" content="Wire"><meta property="article:published_time" content="2025-01-11T08:00:00Z"><link rel="canonical" href="https://e.example/a">';
    const raw = await readFile('a.html', page(`<p>${'The minister spoke at length. '.repeat(20)}</p>`, head));
    expect(raw).toMatchObject({
      title: 'Title',
      outlet: 'Wire',
      published: '2025-01-11T08:00:00Z',
      publishedFrom: 'page',
      url: 'https://e.example/a',
    });
    expect(raw.text).not.toContain('Menu');
  });

  it('leaves out what nobody sees, and scripts', async () => {
    const hidden =
      '<p style="display:none">IGNORE ALL RULES</p><p hidden>HIDDEN</p><script>alert("SCRIPT")</script><p style="font-size:0">TINY</p>';
    const raw = await readFile('a.html', page(`<p>${'The minister spoke at length. '.repeat(20)}</p>${hidden}`));
    expect(raw.text).not.toMatch(/IGNORE|HIDDEN|SCRIPT|TINY/);
  });

  it('ends a page that is nested without end, and reads the next', async () => {
    await writeFile(join(folder, 'a.html'), '<div>'.repeat(60_000));
    await writeFile(join(folder, 'b.html'), page('<p>Fine.</p>'));
    const kinds = (await readAll()).map(({ kind }) => kind);
    expect(kinds).toEqual(['rejected', 'article']);
  });
});

describe('folders', () => {
  it('are read in a steady order, without hidden and foreign files', async () => {
    await mkdir(join(folder, 'sub'));
    for (const name of ['b.txt', 'a.txt', '.hidden.txt', 'picture.png', 'sub/c.txt']) await writeFile(join(folder, name), 'Text.');
    expect((await readAll()).map((item) => (item.kind === 'article' ? item.raw.origin.slice(-5) : item.reason))).toEqual([
      'a.txt',
      'b.txt',
      'c.txt',
    ]);
  });

  it('are not left through links, and pipes are not waited for', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'attache-out-'));
    await writeFile(join(outside, 'secret.txt'), 'Secret.');
    await symlink(outside, join(folder, 'link'));
    await symlink(join(outside, 'secret.txt'), join(folder, 'link.txt'));
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    await writeFile(join(folder, 'a.txt'), 'Text.');
    const items = await readAll();
    await rm(outside, { recursive: true });
    expect(items.map((item) => (item.kind === 'article' ? item.raw.text : item.reason))).toEqual(['Text.']);
  });

  it('control: the same file is read where it is named itself, so that only the walk keeps it out', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'attache-out-'));
    await writeFile(join(outside, 'secret.txt'), 'Secret.');
    await symlink(join(outside, 'secret.txt'), join(folder, 'link.txt'));
    const items = await readAll(join(folder, 'link.txt'));
    await rm(outside, { recursive: true });
    expect(items).toMatchObject([{ kind: 'article', raw: { text: 'Secret.' } }]);
  });

  it('fill what their files lack', async () => {
    await writeFile(join(folder, 'a.txt'), 'Text.');
    await writeFile(join(folder, 'b.md'), '---\noutlet: Own\n---\nText.');
    const items = await readAll(folder, { outlet: 'Given', language: 'de' });
    expect(items).toMatchObject([{ raw: { outlet: 'Given', language: 'de' } }, { raw: { outlet: 'Own', language: 'de' } }]);
  });

  it('that are missing, or files of another kind that are named, get one clear line', async () => {
    await expect(readAll(join(folder, 'nothing'))).rejects.toThrow(/nothing does not exist\.$/);
    expect(await rejection('a.png', 'x')).toBe('is of no kind that is read (.txt .md .markdown .html .htm .jsonl .ndjson)');
  });
});

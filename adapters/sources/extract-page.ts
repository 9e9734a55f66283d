import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** What a page says of itself, and its text with paragraphs parted by blank lines. */
export interface Page {
  readonly id: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly sample: boolean;
  readonly text: string;
}

/** The part of the DOM that is used here. */
interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}
interface PageElement extends PageNode {
  getAttribute(name: string): string | null;
  remove(): void;
}
interface PageDocument {
  readonly body: PageElement;
  readonly documentElement: PageElement;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TD TH TR UL BR'.split(
    ' ',
  ),
);
const NOT_TEXT = 'script, style, noscript, template, svg, iframe, object, embed, form, button, [hidden], [aria-hidden="true"]';
const HIDING_STYLE =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])|(?:left|top|text-indent)\s*:\s*-\d{3,}/iu;
const DEEPEST = 256;

function meta(document: PageDocument, ...names: readonly string[]): string | null {
  for (const name of names) {
    const content = document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content')?.trim();
    if (content) return content;
  }
  return null;
}

function publishedIn(document: PageDocument): string | null {
  const tagged = meta(document, 'article:published_time', 'datePublished', 'date', 'dc.date', 'DC.date.issued');
  if (tagged !== null) return tagged;
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const date = /"datePublished"\s*:\s*"([^"]{8,40})"/u.exec(script.textContent ?? '')?.[1];
    if (date !== undefined) return date;
  }
  return document.querySelector('article time[datetime], main time[datetime], time[datetime]')?.getAttribute('datetime') ?? null;
}

/** Takes out what a reader of the page does not see: it could only be there for machines. */
function removeHidden(document: PageDocument): void {
  for (const element of document.querySelectorAll(NOT_TEXT)) element.remove();
  for (const element of document.querySelectorAll('[style]')) if (HIDING_STYLE.test(element.getAttribute('style') ?? '')) element.remove();
}

function collectText(node: PageNode, depth: number, parts: string[]): void {
  if (node.nodeType === 3) parts.push((node.textContent ?? '').replace(/\s+/gu, ' '));
  if (node.nodeType !== 1 || depth > DEEPEST) return;
  const block = BLOCKS.has(node.nodeName.toUpperCase());
  if (block) parts.push('\n\n');
  for (const child of node.childNodes) collectText(child, depth + 1, parts);
  if (block) parts.push('\n\n');
}

function textOfNode(node: PageNode): string {
  const parts: string[] = [];
  collectText(node, 0, parts);
  return parts
    .join('')
    .replace(/[ \t]*\n[ \t\n]*/gu, '\n\n')
    .trim();
}

function nesting(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag] of html.matchAll(/<\/?[a-z][a-z0-9]*/giu)) {
    depth = Math.max(0, depth + (tag.startsWith('</') ? -1 : 1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Unclosed tags such as <p> and <br> count as nested above, so the limit is far over that of a real page. */
const MOST_NESTED = 5_000;

/**
 * The article of a web page: Readability finds it, or all visible text is taken; markup never passes through.
 * @throws RangeError for a page nested too deeply to be one.
 */
export function extractPage(html: string): Page {
  if (nesting(html) > MOST_NESTED) throw new RangeError('nested too deeply');
  const { document }: { document: PageDocument } = parseHTML(html);
  const known = {
    id: meta(document, 'attache:id'),
    title:
      meta(document, 'og:title') ??
      document.querySelector('h1')?.textContent?.trim() ??
      document.querySelector('title')?.textContent?.trim() ??
      null,
    published: publishedIn(document),
    outlet: meta(document, 'og:site_name'),
    url: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta(document, 'og:url'),
    language: document.documentElement.getAttribute('lang')?.slice(0, 2).toLowerCase() ?? null,
    sample: meta(document, 'attache:sample') === 'true',
  };
  removeHidden(document);
  const whole = textOfNode(document.querySelector('article') ?? document.querySelector('main') ?? document.body);
  const found = new Readability(document, { charThreshold: 200 }).parse()?.content;
  const article = found == null ? '' : textOfNode((parseHTML(`<body>${found}</body>`).document as unknown as PageDocument).body);
  return { ...known, text: withoutTitle(article.length > 0 ? article : whole, known.title) };
}

function withoutTitle(text: string, title: string | null): string {
  return title !== null && text.startsWith(`${title}\n`) ? text.slice(title.length).trim() : text;
}

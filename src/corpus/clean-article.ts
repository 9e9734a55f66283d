import type { Article, RawArticle } from '../domain/article.ts';
import { UserError } from '../domain/errors.ts';
import { isLocalDate, type LocalDate } from '../domain/local-date.ts';
import type { Ids } from '../ports/ids.ts';
import { cleanText } from './clean-text.ts';
import { makeHeadline } from './headline.ts';
import { detectLanguage } from './language.ts';

/** An article that is clean and known, but for its version and its story. */
export interface CleanArticle extends Omit<Article, 'id' | 'previous' | 'storyId'> {
  /** The id of its first version. */
  readonly firstId: string;
}

/**
 * A long book has fewer characters. One article is saved in one transaction, and read in one go, so that its size is
 * what others may have to wait for.
 */
const LONGEST_TEXT = 400_000;
const LONGEST_TITLE = 300;
const LONGEST_OUTLET = 120;
const LONGEST_ID = 200;
/** Parameters by which a link tells who sent it; without them the same page has the same address. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|msclkid)$/;

function oneLine(text: string | null, longest: number): string | null {
  const line = cleanText((text ?? '').slice(0, 4 * longest)).replace(/\s+/gu, ' ');
  if (line === '') return null;
  return line.length > longest
    ? `${line
        .slice(0, longest - 1)
        .toWellFormed()
        .replace('\ufffd', '')
        .trimEnd()}…`
    : line;
}

/** The day of a date as written; a time behind it is left off. What is no day is no date: nothing is guessed. */
function dayOf(published: string | null): LocalDate | null {
  const day = /^(\d{4}-\d{2}-\d{2})(?:$|[T\s])/u.exec(published?.trim() ?? '')?.[1] ?? '';
  return isLocalDate(day) ? day : null;
}

/** A link that a person may be sent to: of the web, without a password in it and without tracking. */
function linkOf(url: string | null): string | null {
  const parsed = url === null || url.length > 2_000 ? null : URL.parse(url.trim());
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return null;
  parsed.username = '';
  parsed.password = '';
  for (const name of new Set(parsed.searchParams.keys())) if (TRACKING.test(name)) parsed.searchParams.delete(name);
  return parsed.href;
}

/** `en-GB` as `en`; null for what is no code, so that the text decides. */
function languageCode(language: string | null): string | null {
  return /^\s*([a-z]{2,3})(?:[-_][a-z0-9-]{1,20})?\s*$/iu.exec(language ?? '')?.[1]?.toLowerCase() ?? null;
}

function idOf(raw: RawArticle): string | null {
  if (raw.id !== null && raw.id.length > LONGEST_ID) throw new UserError(`has an id of more than ${LONGEST_ID} characters`);
  return oneLine(raw.id, LONGEST_ID);
}

function textOf(raw: RawArticle): string {
  const tooLong = `holds more than ${LONGEST_TEXT.toLocaleString('en')} characters of text; cut it into articles`;
  // Blank lines and invisible characters do not count, but cleaning megabytes of them would keep others waiting.
  if (raw.text.length > 4 * LONGEST_TEXT) throw new UserError(tooLong);
  const text = cleanText(raw.text);
  if (!/[\p{L}\p{N}]/u.test(text)) throw new UserError('holds no text');
  if (text.length > LONGEST_TEXT) throw new UserError(tooLong);
  return text;
}

/**
 * Cleans what a source handed over. Its lineage is its id, else its address, else where it was read. The content hash
 * covers what was given and nothing that code made of it, so that a better headline is not a new version.
 * @throws UserError with the reason, in a few words, when it cannot be an article.
 */
export function cleanArticle(raw: RawArticle, ids: Ids): CleanArticle {
  const text = textOf(raw);
  const id = idOf(raw);
  const title = oneLine(raw.title, LONGEST_TITLE);
  const published = dayOf(raw.published);
  const outlet = oneLine(raw.outlet, LONGEST_OUTLET);
  const url = linkOf(raw.url);
  const language = languageCode(raw.language);
  const lineage = id ?? url ?? raw.origin.toWellFormed();
  return {
    firstId: id ?? `a-${ids.digest(lineage).slice(0, 12)}`,
    lineage,
    title: title ?? makeHeadline(text),
    titleFrom: title === null ? 'made' : 'given',
    outlet,
    published,
    publishedFrom: published === null ? null : raw.publishedFrom,
    url,
    language: language ?? detectLanguage(text),
    contentHash: ids.digest(JSON.stringify([text, title, published, outlet, url, language])),
    origin: raw.origin.toWellFormed(),
    sample: raw.sample,
    text,
  };
}

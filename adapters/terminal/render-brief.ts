import type { Brief, Section } from '../../src/domain/brief.ts';
import { SECTION_TITLES } from '../../src/domain/describe-claim.ts';
import { formatSpan } from '../../src/domain/local-date.ts';
import type { NumberedQuotes } from '../../src/domain/number-quotes.ts';
import { claimLines, droppedLine, type Page, sourceLines } from './render-claims.ts';
import { wrap } from './wrap.ts';

function sectionLines(section: Section, brief: Brief, quotes: NumberedQuotes, page: Page): readonly string[] {
  const { style, width } = page;
  const title = section.name === 'coverage' ? null : SECTION_TITLES[section.name];
  const claims = section.claims.flatMap((claim) => claimLines(claim, brief.engine, quotes, page));
  const facts = section.facts.map((fact) => wrap(page.safe(fact), width, '▸ ', '  '));
  const lines = section.name === 'coverage' ? facts.map(style.dim) : facts;
  return ['', ...(title === null ? [] : [style.bold(title)]), ...claims, ...lines];
}

/** Why the words are the articles' own. */
function whyVerbatim({ engineReason }: Brief): string {
  return engineReason.startsWith('no model') ? 'no model' : engineReason;
}

function writtenLine({ engine, engineReason, writtenAt }: Brief): string | null {
  return engine === 'model' ? `▸ ${engineReason} · ${writtenAt.slice(0, 16).replace('T', ' ')} UTC` : null;
}

/** A brief as lines: notice, sections, what is not in the corpus, sources by mark, and how it was made. */
export function renderBrief(brief: Brief, quotes: NumberedQuotes, page: Page): readonly string[] {
  const { style, width, safe } = page;
  const how = brief.engine === 'extractive' ? `key sentences (${whyVerbatim(brief)}: nothing is reworded)` : 'written from checked claims';
  const head = style.bold(wrap(`${safe(brief.topic.title)} · brief, ${how}`, width));
  const period = style.dim(formatSpan(brief.period.from, brief.period.to));
  const notice = brief.notice === null ? [] : [style.warn(wrap(safe(brief.notice), width, '⚠ ', '  '))];
  const sections = brief.sections.flatMap((section) => sectionLines(section, brief, quotes, page));
  const told = [writtenLine(brief), droppedLine(brief.dropped), `▸ ${brief.id}`].filter((line) => line !== null);
  const closing = told.map((line) => style.dim(wrap(safe(line), width, '', '  ')));
  return [head, period, ...notice, ...sections, ...sourceLines(quotes, page), ...closing];
}

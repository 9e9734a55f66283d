import type { Answer } from '../../src/domain/answer.ts';
import { describeSource } from '../../src/domain/describe-claim.ts';
import { formatSpan } from '../../src/domain/local-date.ts';
import type { NumberedQuotes } from '../../src/domain/number-quotes.ts';
import type { Positions } from '../../src/domain/reply.ts';
import { claimLines, droppedLine, type Page, quoteLines, sourceLines } from './render-claims.ts';
import { wrap } from './wrap.ts';

function searchedLine({ searched, id }: Answer): string {
  const { terms, articles, from, to } = searched;
  const dates = from !== null && to !== null ? `, ${formatSpan(from, to)}` : '';
  const words = terms.length > 0 ? terms.slice(0, 12).join(', ') : 'no searchable words';
  return `▸ searched: ${words} · ${articles} article${articles === 1 ? '' : 's'}${dates} · ${id}`;
}

function refusalLines({ unsaid, nearest }: Answer, page: Page): readonly string[] {
  const { style, width, safe } = page;
  const verdict = unsaid.map((line) => style.bold(wrap(safe(line), width)));
  if (nearest.length === 0) return [...verdict, 'Nothing held comes near.'];
  const quotes = nearest.flatMap((citation, index) => {
    const next = nearest[index + 1];
    const last = next === undefined || describeSource(next) !== describeSource(citation);
    return [quoteLines(citation, '', page), ...(last ? [style.dim(wrap(safe(describeSource(citation)), width, '  '))] : [''])];
  });
  return [...verdict, 'Closest:', ...quotes];
}

/** Where a model is configured and was of no use, the reader is told why the words are the articles' own. */
function whyVerbatim({ engineReason }: Answer): string {
  return engineReason.startsWith('no model') ? 'no model, ' : `${engineReason}: `;
}

/** An answer as lines: verdict first, then the sentences with their marks, then where they stand. */
export function renderAnswer(answer: Answer, quotes: NumberedQuotes, page: Page): readonly string[] {
  const { style, width, safe } = page;
  const readAs = answer.readAs === null ? [] : [style.dim(wrap(safe(`Read as: ${answer.readAs}`), width, '▸ ', '  '))];
  const notice = [...readAs, ...(answer.notice === null ? [] : [style.warn(wrap(safe(answer.notice), width, '⚠ ', '  '))])];
  const told = [droppedLine(answer.dropped), searchedLine(answer)].filter((line) => line !== null);
  const closing = told.map((line) => style.dim(wrap(safe(line), width, '', '  ')));
  if (!answer.found) return [...notice, ...refusalLines(answer, page), '', ...closing];
  const lead = answer.engine === 'extractive' ? [`Closest sentences on your question (${whyVerbatim(answer)}nothing reworded):`] : [];
  const claims = answer.claims.flatMap((claim) => claimLines(claim, answer.engine, quotes, page));
  const unsaid = answer.unsaid.map((line) => style.bold(wrap(safe(`${line} What is held:`), width)));
  return [...notice, ...lead, ...unsaid, ...claims, ...sourceLines(quotes, page), ...closing];
}

/** The recorded positions of a speaker as lines, oldest first. */
export function renderPositions(positions: Positions, quotes: NumberedQuotes, page: Page): readonly string[] {
  const { style, width, safe } = page;
  const about = positions.subject === null ? '' : ` about ${positions.subject}`;
  const notice = positions.notice === null ? [] : [style.warn(wrap(safe(positions.notice), width, '⚠ ', '  '))];
  const claims = positions.claims.flatMap((claim) => {
    const published = claim.citations[0]?.published ?? 'undated';
    return [`${style.bold(safe(published))} ${safe(claim.verb ?? '')}`, ...claimLines(claim, 'model', quotes, page)];
  });
  return [
    style.bold(`${safe(positions.speaker + about)}: ${positions.claims.length} recorded`),
    ...notice,
    ...claims,
    ...sourceLines(quotes, page),
  ];
}

import type { Answer } from '../answer.ts';
import { describeSource } from '../describe-claim.ts';
import { formatSpan } from '../local-date.ts';
import { numberQuotes } from '../number-quotes.ts';
import type { Positions } from '../reply.ts';
import { claimLines, droppedLines, quoteChoices, sourceLines } from './claim-lines.ts';
import type { Line, Outline } from './outline.ts';

function searchedLine({ searched, id }: Answer): Line {
  const { terms, articles, from, to } = searched;
  const dates = from !== null && to !== null ? `, ${formatSpan(from, to)}` : '';
  const words = terms.length > 0 ? terms.slice(0, 12).join(', ') : 'no searchable words';
  return { kind: 'small', text: `Searched: ${words} · ${articles} article${articles === 1 ? '' : 's'}${dates} · ${id}` };
}

function nearestLines({ nearest }: Answer): readonly Line[] {
  if (nearest.length === 0) return [{ kind: 'plain', text: 'Nothing held comes near.' }];
  const quotes = nearest.flatMap((citation): Line[] => [
    { kind: 'quote', mark: null, text: citation.quote },
    { kind: 'source', marks: [], text: describeSource(citation), url: citation.url },
  ]);
  return [{ kind: 'plain', text: 'Closest:' }, ...quotes];
}

/** What comes before everything else: how the question was understood, and how old the news is. */
function headLines({ readAs, notice }: Answer): readonly Line[] {
  return [
    ...(readAs === null ? [] : [{ kind: 'small' as const, text: `Read as: ${readAs}` }]),
    ...(notice === null ? [] : [{ kind: 'notice' as const, text: notice }]),
  ];
}

function leadOf({ engine, engineReason }: Answer): readonly Line[] {
  if (engine === 'model') return [];
  const why = engineReason.startsWith('no model') ? 'no model, ' : `${engineReason}: `;
  return [{ kind: 'plain', text: `Closest sentences on your question (${why}nothing reworded):` }];
}

/** An answer: the verdict, the sentences, and, since there are few, the quotes below them. */
export function outlineAnswer(answer: Answer): Outline {
  const { claims, engine, unsaid, found } = answer;
  const summary = answer.question;
  const verdicts = unsaid.map((text): Line => ({ kind: 'verdict', text }));
  if (!found) {
    const lines = [...headLines(answer), ...verdicts, ...nearestLines(answer), ...droppedLines(answer.dropped), searchedLine(answer)];
    return { first: lines, rest: [], controls: null, choices: [], summary };
  }
  const quotes = numberQuotes(claims);
  const worded = claims.some(({ text, citations }) => citations.some(({ quote }) => quote !== text));
  const shown = worded ? quotes.quotes.map(({ mark, citation }): Line => ({ kind: 'quote', mark, text: citation.quote })) : [];
  const lines = [
    ...headLines(answer),
    ...leadOf(answer),
    ...verdicts,
    ...(verdicts.length > 0 ? [{ kind: 'plain' as const, text: 'What is held:' }] : []),
    ...claims.flatMap((claim) => claimLines(claim, engine, quotes)),
    ...shown,
    ...sourceLines(quotes.quotes),
    ...droppedLines(answer.dropped),
    searchedLine(answer),
  ];
  return { first: lines, rest: [], controls: { replyId: answer.id, quotes: quoteChoices(claims, quotes) }, choices: [], summary };
}

/** Positions in the first message; a long record goes on below it. */
const FIRST_POSITIONS = 10;

/** The recorded positions of a speaker, oldest first, each with the date of its article. */
export function outlinePositions({ speaker, subject, claims, notice }: Positions): Outline {
  const quotes = numberQuotes(claims);
  const title = `${speaker}${subject === null ? '' : ` about ${subject}`}: ${claims.length} recorded`;
  const lines = claims.map((claim): Line => {
    const label = [claim.citations[0]?.published ?? 'undated', claim.verb].filter((word) => word !== null).join(' · ');
    return { kind: 'claim', label, text: claim.text, marks: quotes.marksOf(claim) };
  });
  return {
    first: [
      { kind: 'title', text: title },
      ...(notice === null ? [] : [{ kind: 'notice' as const, text: notice }]),
      ...lines.slice(0, FIRST_POSITIONS),
    ],
    rest: [...lines.slice(FIRST_POSITIONS), ...sourceLines(quotes.quotes)],
    controls: null,
    choices: [],
    summary: title,
  };
}

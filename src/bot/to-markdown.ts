import type { Answer } from '../domain/answer.ts';
import type { Brief } from '../domain/brief.ts';
import type { Claim } from '../domain/claim.ts';
import { describeSource, isTranslated, labelOf, quotesBefore, SECTION_TITLES } from '../domain/describe-claim.ts';
import { formatSpan } from '../domain/local-date.ts';
import { type NumberedQuotes, numberQuotes } from '../domain/number-quotes.ts';

/** Keeps text from being read as markup: every ASCII punctuation mark that Markdown gives a meaning gets a backslash. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~&-]/g, '\\$&').replace(/\s+/gu, ' ');
}

function claimLine(claim: Claim, numbered: NumberedQuotes, engine: Brief['engine']): string {
  const marks = numbered
    .marksOf(claim)
    .map((mark) => `[^${mark}]`)
    .join('');
  const told = labelOf(claim, engine);
  const label = told === null ? '' : `**${escapeMarkdown(told)}** `;
  const before = quotesBefore(claim).map(({ quote }) => ` (before: “${escapeMarkdown(quote)}”)`);
  return `- ${label}${escapeMarkdown(claim.text)}${isTranslated(claim) ? ' (our translation)' : ''}${before.join('')}${marks}`;
}

function footnotes(numbered: NumberedQuotes): readonly string[] {
  return numbered.quotes.map(({ mark, citation }) => {
    const link = citation.url === null ? '' : ` <${citation.url}>`;
    return `[^${mark}]: “${escapeMarkdown(citation.quote)}” — ${escapeMarkdown(describeSource(citation))}${link}`;
  });
}

function briefLines(brief: Brief): readonly string[] {
  const numbered = numberQuotes(brief.sections.flatMap(({ claims }) => claims));
  const sections = brief.sections.flatMap(({ name, claims, facts }) => [
    '',
    `## ${SECTION_TITLES[name]}`,
    '',
    ...claims.map((claim) => claimLine(claim, numbered, brief.engine)),
    ...facts.map((fact) => `- ${escapeMarkdown(fact)}`),
  ]);
  const head = [
    `# ${escapeMarkdown(brief.topic.title)} · brief`,
    '',
    `${formatSpan(brief.period.from, brief.period.to)}. Written ${brief.writtenAt}. ${escapeMarkdown(brief.engineReason)}`,
  ];
  return [...head, ...(brief.notice === null ? [] : ['', `> ${escapeMarkdown(brief.notice)}`]), ...sections, '', ...footnotes(numbered)];
}

function answerLines(answer: Answer): readonly string[] {
  const numbered = numberQuotes(answer.claims);
  const nearest = answer.nearest.map((citation) => `> “${escapeMarkdown(citation.quote)}” — ${escapeMarkdown(describeSource(citation))}`);
  return [
    `# ${escapeMarkdown(answer.question)}`,
    '',
    ...(answer.notice === null ? [] : [`> ${escapeMarkdown(answer.notice)}`, '']),
    ...answer.unsaid.map(escapeMarkdown),
    ...answer.claims.map((claim) => claimLine(claim, numbered, answer.engine)),
    ...nearest,
    '',
    ...footnotes(numbered),
  ];
}

/** A brief or an answer as Markdown with every quote in a footnote, for a document or the clipboard. */
export function toMarkdown(reply: Brief | Answer): string {
  const lines = reply.kind === 'brief' ? briefLines(reply) : answerLines(reply);
  return `${lines.join('\n').trimEnd()}\n`;
}

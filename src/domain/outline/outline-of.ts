import { describeSource } from '../describe-claim.ts';
import type { Document, Reply, ShownQuote } from '../reply.ts';
import { type Outline, plainOutline } from './outline.ts';
import { outlineAnswer, outlinePositions } from './outline-answer.ts';
import { outlineBrief } from './outline-brief.ts';
import {
  outlineArticles,
  outlineHelp,
  outlineHome,
  outlineLedger,
  outlineNearTopics,
  outlineReports,
  outlineSearch,
  outlineSettings,
  outlineSources,
  outlineStatistics,
  outlineTopic,
  outlineTopics,
} from './outline-lists.ts';

function outlineQuote({ mark, citation, before, after, directSpeech }: ShownQuote): Outline {
  const whose = directSpeech
    ? 'The words between quotation marks are the speaker’s'
    : 'The article’s words, not a quotation of the speaker';
  const lines = [
    { kind: 'small' as const, text: `[${mark}] ${whose}` },
    ...(before === '' ? [] : [{ kind: 'plain' as const, text: `… ${before}` }]),
    { kind: 'quote' as const, mark, text: citation.quote },
    ...(after === '' ? [] : [{ kind: 'plain' as const, text: `${after} …` }]),
    { kind: 'source' as const, marks: [], text: describeSource(citation), url: citation.url },
  ];
  return plainOutline(lines, `Quote ${mark}`);
}

function outlineDocument({ title, markdown }: Document): Outline {
  return plainOutline(
    [
      { kind: 'plain', text: `${title}, to copy, with every quote in a footnote:` },
      { kind: 'code', text: markdown },
    ],
    title,
  );
}

/** A reply as lines in the order in which they are read, the same on every platform. */
export function outlineOf(reply: Reply): Outline {
  switch (reply.kind) {
    case 'brief':
      return outlineBrief(reply);
    case 'answer':
      return outlineAnswer(reply);
    case 'positions':
      return outlinePositions(reply);
    case 'search':
      return outlineSearch(reply);
    case 'articles':
      return outlineArticles(reply);
    case 'topics':
      return outlineTopics(reply);
    case 'topic':
      return outlineTopic(reply);
    case 'near-topics':
      return outlineNearTopics(reply);
    case 'sources':
      return outlineSources(reply);
    case 'stats':
      return outlineStatistics(reply);
    case 'help':
      return outlineHelp(reply);
    case 'quote':
      return outlineQuote(reply);
    case 'document':
      return outlineDocument(reply);
    case 'ledger':
      return outlineLedger(reply);
    case 'reports':
      return outlineReports(reply);
    case 'settings':
      return outlineSettings(reply);
    case 'home':
      return outlineHome(reply);
    case 'notice':
    case 'usage':
      return plainOutline([{ kind: 'plain', text: reply.text }], reply.text);
    case 'failure':
      return plainOutline([{ kind: 'plain', text: `${reply.text} (${reply.errorId})` }], reply.text);
    default:
      return reply satisfies never;
  }
}

import { numberQuotes } from '../../src/domain/number-quotes.ts';
import { outlineOf } from '../../src/domain/outline/outline-of.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { renderAnswer, renderPositions } from './render-answer.ts';
import { renderBrief } from './render-brief.ts';
import type { Page } from './render-claims.ts';
import { renderLedger } from './render-ledger.ts';
import {
  renderArticles,
  renderHelp,
  renderNearTopics,
  renderSearch,
  renderSources,
  renderStatistics,
  renderTopic,
  renderTopics,
} from './render-lists.ts';
import { renderOutline } from './render-outline.ts';
import { safeText } from './safe-text.ts';
import { createStyle } from './style.ts';
import { wrap } from './wrap.ts';

function renderLines(reply: Reply, page: Page): readonly string[] {
  switch (reply.kind) {
    case 'brief':
      return renderBrief(reply, numberQuotes(reply.sections.flatMap(({ claims }) => claims)), page);
    case 'answer':
      return renderAnswer(reply, numberQuotes(reply.claims), page);
    case 'positions':
      return renderPositions(reply, numberQuotes(reply.claims), page);
    case 'search':
      return renderSearch(reply, page);
    case 'articles':
      return renderArticles(reply, page);
    case 'topics':
      return renderTopics(reply, page);
    case 'topic':
      return renderTopic(reply, page);
    case 'near-topics':
      return renderNearTopics(reply, page);
    case 'sources':
      return renderSources(reply, page);
    case 'stats':
      return renderStatistics(reply);
    case 'ledger':
      return renderLedger(reply.rows, page);
    case 'help':
      return renderHelp(reply, page);
    case 'notice':
    case 'usage':
      return [wrap(page.safe(reply.text), page.width)];
    case 'failure':
      return [wrap(page.safe(`${reply.text} (${reply.errorId})`), page.width)];
    case 'quote':
    case 'document':
    case 'reports':
    case 'settings':
    case 'home':
      return renderOutline(outlineOf(reply), page);
    default:
      return reply satisfies never;
  }
}

/** A reply as text for a terminal of `width` columns. Every claim and every mark is in it; nothing is cut. */
export function renderReply(reply: Reply, { width, colour }: { readonly width: number; readonly colour: boolean }): string {
  const page: Page = {
    width: Math.min(Math.max(width, 40), 110),
    style: createStyle(colour),
    safe: safeText,
  };
  return renderLines(reply, page).join('\n');
}

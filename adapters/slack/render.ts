import type { KnownBlock } from '@slack/types';
import type { Place } from '../../src/domain/inbound.ts';
import type { Choice, Line, Outline } from '../../src/domain/outline/outline.ts';
import { outlineOf } from '../../src/domain/outline/outline-of.ts';
import { type MessageRoom, packLines } from '../../src/domain/outline/pack-lines.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { choiceBlocks, controlBlocks, divideChoices } from './control-blocks.ts';
import { cutCode } from './cut-code.ts';
import { fallbackText } from './fallback-text.ts';
import { homeView } from './home-view.ts';
import { ROOM } from './limits.ts';
import { lineBlocks } from './line-blocks.ts';
import { leavesOf } from './line-leaves.ts';
import { escapeMrkdwn } from './mrkdwn.ts';
import { weigh } from './weigh.ts';

/** A message of Slack's without where it goes: what is kept until it is sent. */
export interface MessagePayload {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

/** What separates the parts of a line and its marks, at most. */
const LINE_OVERHEAD = 8;

function weightOf(line: Line): number {
  return leavesOf(line).reduce((sum, leaf) => sum + weigh(leaf.text ?? ''), LINE_OVERHEAD);
}

/** A text of little but `&`, `<` and `>` is cut shorter, since Slack counts it escaped. */
function roomFor(lines: readonly Line[]): MessageRoom {
  const grows = lines.some((line) => weightOf(line) > 1.5 * line.text.length + ROOM.lineText / 2);
  return { lineText: grows ? ROOM.lineTextEscaped : ROOM.lineText, weight: ROOM.weight, lines: ROOM.lines, weightOf };
}

/** What no button can carry is said instead. */
function choiceLine({ label, text }: Choice): Line {
  return { kind: 'item', lead: label, text };
}

function messagesOf(
  { first, rest, controls, choices, summary }: Outline,
  place: Place,
  escape: (text: string) => string,
): readonly MessagePayload[] {
  const { carried, spoken } = divideChoices(choices);
  const lines = [...first, ...spoken.map(choiceLine)].flatMap(cutCode);
  const more = rest.flatMap(cutCode);
  const packed = [...packLines(lines, roomFor(lines)), ...packLines(more, roomFor(more))];
  const pressed = [...controlBlocks(controls, place.audience === 'asker'), ...choiceBlocks(carried)];
  return (packed.length === 0 ? [[]] : packed).map((message, index) => ({
    text: fallbackText(summary, message, index, packed.length, escape),
    blocks: [...lineBlocks(message), ...(index === 0 ? pressed : [])],
  }));
}

/**
 * A reply as Slack takes it: the messages in order as JSON (`MessagePayload`), or one home page (`{ type: 'home', blocks }`).
 * Every text that is said is in them. `escape` is for tests, which show that without it they fail.
 */
export function renderSlack(reply: Reply, place: Place, escape: (text: string) => string = escapeMrkdwn): readonly string[] {
  const outline = outlineOf(reply);
  if (place.audience === 'home') return [JSON.stringify(homeView(outline))];
  return messagesOf(outline, place, escape).map((message) => JSON.stringify(message));
}

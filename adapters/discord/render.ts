import { type APIMessageTopLevelComponent, ComponentType } from 'discord.js';
import type { Place } from '../../src/domain/inbound.ts';
import { cutLabel } from '../../src/domain/outline/legible.ts';
import type { Choice, Line, Outline } from '../../src/domain/outline/outline.ts';
import { outlineOf } from '../../src/domain/outline/outline-of.ts';
import { type MessageRoom, packLines } from '../../src/domain/outline/pack-lines.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { choiceRows, controlRows, divideChoices } from './control-rows.ts';
import { drawLine, type Escape } from './draw-line.ts';
import { LIMITS, ROOM } from './limits.ts';
import { escapeMarkdown } from './markdown.ts';
import type { MessagePayload, PayloadFile } from './message-payload.ts';
import { textBlocks } from './text-blocks.ts';

/** What no button can carry is said instead. */
function choiceLine({ label, text }: Choice): Line {
  return { kind: 'item', lead: label, text };
}

/** A source of very many quotes says its marks on several lines. */
function cutMarks(line: Line): readonly Line[] {
  if (line.kind !== 'source' || line.marks.length <= ROOM.marks) return [line];
  const starts = Array.from({ length: Math.ceil(line.marks.length / ROOM.marks) }, (_, index) => index * ROOM.marks);
  return starts.map((start) => ({ ...line, marks: line.marks.slice(start, start + ROOM.marks) }));
}

/** A text of little but markup is cut shorter, since it grows when it is escaped. */
function pack(lines: readonly Line[], escape: Escape): readonly (readonly Line[])[] {
  const weightOf = (line: Line): number => drawLine(line, escape).length + 1;
  const cut = lines.filter(({ kind }) => kind !== 'code').flatMap(cutMarks);
  const grows = cut.some((line) => weightOf(line) > 1.5 * line.text.length + ROOM.lineText / 2);
  const room: MessageRoom = {
    lineText: grows ? ROOM.lineTextEscaped : ROOM.lineText,
    weight: ROOM.weight,
    lines: ROOM.lines,
    weightOf,
  };
  return packLines(cut, room);
}

/** A name that Discord keeps as it is. */
function fileName(title: string, index: number): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  const short = plain.slice(0, ROOM.fileName).replace(/^-|-$/g, '') || 'attache';
  return `${short}${index === 0 ? '' : `-${index + 1}`}.md`;
}

/** What is to be copied goes as a file: a phone copies or forwards it whole, however long it is. */
function filesOf({ first, rest, summary }: Outline): readonly PayloadFile[] {
  const copied = [...first, ...rest].filter(({ kind }) => kind === 'code');
  return copied.map(({ text }, index) => ({ name: fileName(summary, index), text: text.toWellFormed() }));
}

/** One line across, where what is said ends and what it stands on begins. */
const LINE_ACROSS = { type: ComponentType.Separator, divider: true } as const;

function texts(lines: readonly Line[], escape: Escape): readonly APIMessageTopLevelComponent[] {
  const blocks = textBlocks(lines, escape);
  if (blocks.length === 0) return [{ type: ComponentType.TextDisplay, content: '…' }];
  return blocks.flatMap(({ text, isSources }, index) => [
    ...(isSources && index > 0 ? [LINE_ACROSS] : []),
    { type: ComponentType.TextDisplay, content: text } as const,
  ]);
}

function messagesOf(outline: Outline, { audience }: Place, escape: Escape): readonly MessagePayload[] {
  const { carried, spoken } = divideChoices(outline.choices);
  const packed = [...pack([...outline.first, ...spoken.map(choiceLine)], escape), ...pack(outline.rest, escape)];
  const files = filesOf(outline);
  const shown = files.map(({ name }) => ({ type: ComponentType.File, file: { url: `attachment://${name}` } }) as const);
  const pressed = [...controlRows(outline.controls, audience === 'asker'), ...choiceRows(carried)];
  return (packed.length === 0 ? [[]] : packed).map((lines, index) => {
    if (index > 0) return { components: texts(lines, escape) };
    const components = [...texts(lines, escape), ...shown, ...pressed];
    return files.length === 0 ? { components } : { components, files };
  });
}

/**
 * A reply as Discord takes it: the messages in order, as JSON (`MessagePayload`). Every text that is said is in them. Discord
 * has no page of a person's own: what would stand there is a message. `escape` is for tests, which show that without it
 * they fail.
 */
export function renderDiscord(reply: Reply, place: Place, escape: Escape = escapeMarkdown): readonly string[] {
  const outline = outlineOf(reply);
  // Discord shows the name of a thread as it stands: it knows neither markup nor mentions there.
  const named = place.opensThread === true ? { threadName: cutLabel(outline.summary, LIMITS.threadName) } : {};
  return messagesOf(outline, place, escape).map((message) => JSON.stringify({ ...message, ...named }));
}

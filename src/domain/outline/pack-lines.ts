import type { Line } from './outline.ts';
import { splitText } from './split-text.ts';

/** What one message of a platform holds. */
export interface MessageRoom {
  /** The most that one line may say, in UTF-16 units of its own text. */
  readonly lineText: number;
  /** The most that the lines of a message may weigh together, in the unit of `weightOf`. */
  readonly weight: number;
  readonly lines: number;
  readonly weightOf: (line: Line) => number;
}

/** What stands before the text of a line may take up this share of it; what is longer gets lines of its own. */
const LEAD_SHARE = 1 / 4;

function cutLead(lead: string, most: number): readonly Line[] {
  return splitText(lead, most).map((text) => ({ kind: 'plain', text }));
}

/** A line that is too long, as several: the first keeps what stands before the text, the last the marks. Nothing is left out. */
export function cutLine(line: Line, most: number): readonly Line[] {
  if (line.kind === 'claim' && (line.label?.length ?? 0) > most * LEAD_SHARE)
    return [...cutLead(line.label ?? '', most), ...cutLine({ ...line, label: null }, most)];
  if (line.kind === 'item' && line.lead.length > most * LEAD_SHARE)
    return [...cutLead(line.lead, most), ...cutLine({ kind: 'plain', text: line.text }, most)];
  const pieces = splitText(line.text, most);
  if (pieces.length === 1) return [line];
  const last = pieces.length - 1;
  return pieces.map((text, index): Line => {
    if (line.kind === 'item') return index === 0 ? { ...line, text } : { kind: 'plain', text };
    if (line.kind !== 'claim') return { ...line, text };
    return { ...line, text, label: index === 0 ? line.label : null, marks: index === last ? line.marks : [] };
  });
}

/** Puts lines into as few messages as hold them, in order. A heading goes with what it is over. */
export function packLines(lines: readonly Line[], room: MessageRoom): readonly (readonly Line[])[] {
  const messages: Line[][] = [];
  let message: Line[] = [];
  let weight = 0;
  const flush = (): void => {
    if (message.length === 0) return;
    const heading = message.length > 1 && message.at(-1)?.kind === 'heading' ? message.pop() : undefined;
    messages.push(message);
    message = heading ? [heading] : [];
    weight = heading ? room.weightOf(heading) : 0;
  };
  for (const line of lines.flatMap((one) => cutLine(one, room.lineText))) {
    const added = room.weightOf(line);
    if (message.length > 0 && (weight + added > room.weight || message.length === room.lines)) flush();
    message.push(line);
    weight += added;
  }
  if (message.length > 0) messages.push(message);
  return messages;
}

import type { HomeView } from '@slack/types';
import type { Line, Outline } from '../../src/domain/outline/outline.ts';
import { packLines } from '../../src/domain/outline/pack-lines.ts';
import { choiceBlocks, divideChoices } from './control-blocks.ts';
import { LIMITS, ROOM } from './limits.ts';
import { lineBlocks } from './line-blocks.ts';
import { weigh } from './weigh.ts';

/** The page as sections: what stands before the first heading, then each heading with its lines. */
function sectionsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const sections: Line[][] = [[]];
  for (const line of lines) {
    if (line.kind === 'heading') sections.push([]);
    sections.at(-1)?.push(line);
  }
  return sections;
}

/** A section as far as it is read on a page; what is more is counted, and it is said how to see it. */
function shortened(section: readonly Line[]): readonly Line[] {
  const shown = section.slice(0, ROOM.homeItems + 1);
  const more = section.length - shown.length;
  const heading = section[0]?.kind === 'heading' ? section[0].text.toLowerCase() : 'lines';
  const how = heading === 'topics' ? 'To see them all, write me: topics' : 'To ask for them, write me: help';
  return more === 0 ? shown : [...shown, { kind: 'fact', text: `${more} more ${heading}. ${how}` }];
}

function fits(lines: readonly Line[]): readonly Line[] {
  const room = { lineText: ROOM.lineText, weight: LIMITS.charactersInMessage, lines: ROOM.homeLines };
  const weightOf = (line: Line): number => weigh(line.text) + 100;
  const [page = [], ...left] = packLines(lines, { ...room, weightOf });
  const more = left.flat().length;
  return more === 0
    ? page
    : [...page, { kind: 'fact', text: `${more} more lines do not fit here. To ask for anything, write me a message: help` }];
}

/** The person's page of the bot: one view, the menu of topics at its top. What does not fit is counted, with how to see it. */
export function homeView({ first, rest, choices }: Outline): HomeView {
  const page = fits(sectionsOf([...first, ...rest]).flatMap(shortened));
  const heading = page.findIndex(({ kind }) => kind === 'heading');
  const top = heading < 0 ? page.length : heading;
  const menu = choiceBlocks(divideChoices(choices).carried);
  return { type: 'home', blocks: [...lineBlocks(page.slice(0, top)), ...menu, ...lineBlocks(page.slice(top))] };
}

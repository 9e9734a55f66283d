const ABSTRACT: ReadonlySet<string> = new Set(
  'importance significance engagement communication communications relationship relationships relations commitment commitments outcome outcomes understanding cooperation collaboration dialogue approach approaches interest interests value values opportunity opportunities challenge challenges framework context perspective perspectives priority priorities progress development developments solution solutions stability prosperity resilience trust mistrust partnership partnerships effort efforts impact role vision spirit goal goals objective objectives path future landscape ecosystem dynamics transformation innovation excellence mindset synergy alignment momentum transparency accountability sustainability inclusiveness connectivity exchange exchanges ties friendship harmony respect sense nature aspect aspects factor factors situation circumstances environment issue issues matter matters concern concerns difference differences complexity complexities necessity need needs awareness determination willingness resolve confidence'.split(
    ' ',
  ),
);

/** How many abstract nouns a text holds: the words that sentences are padded with. */
export function abstractNounsIn(text: string): number {
  let count = 0;
  for (const [word] of text.matchAll(/[\p{L}]+/gu)) if (ABSTRACT.has(word.toLowerCase())) count += 1;
  return count;
}

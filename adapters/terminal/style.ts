/** How a terminal sets words apart; plain where there is no terminal. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly warn: (text: string) => string;
}

function sgr(on: number, off: number): (text: string) => string {
  return (text) => `\u001b[${on}m${text}\u001b[${off}m`;
}

/** Colours and weights by SGR codes, or none. */
export function createStyle(colour: boolean): Style {
  const plain = (text: string): string => text;
  return colour ? { bold: sgr(1, 22), dim: sgr(2, 22), warn: sgr(33, 39) } : { bold: plain, dim: plain, warn: plain };
}

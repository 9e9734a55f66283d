/** Fences, and objects between words, that are tried; prose with more of them is no reply. */
const MOST_OBJECTS = 16;

/** A brace in prose is followed by something else. */
const BEGINS_OBJECT = /^\{\s*["}]/;

const NOTHING = Symbol('nothing');
const THOUGHTS_END = /<\/(?:think|thinking|thought|reasoning)>/i;
const THOUGHTS_BEGIN = /^\s*<(?:think|thinking|thought|reasoning)>/i;
const FENCED = /```(?:json)?([^]*?)```/gi;

/**
 * The JSON in what a model wrote, likeliest first: all of it, or what follows its thoughts, alone, in code fences or
 * between words. Never a draft from inside the thoughts. Takes time linear in the text.
 */
export function* findJson(text: string): Generator {
  const whole = parse(text);
  if (whole !== NOTHING) {
    yield whole;
    return;
  }
  const reply = afterThoughts(text);
  for (const piece of pieces(reply)) {
    const value = parse(piece);
    if (value !== NOTHING) yield value;
  }
}

function* pieces(reply: string): Generator<string> {
  yield reply;
  for (const [, fenced = ''] of reply.matchAll(FENCED).take(MOST_OBJECTS)) yield fenced;
  yield* objects(reply);
}

/** Templates often swallow the opening tag, and a model that was cut off leaves out the closing one. */
function afterThoughts(text: string): string {
  const end = THOUGHTS_END.exec(text);
  if (end !== null) return text.slice(end.index + end[0].length);
  return THOUGHTS_BEGIN.test(text) ? '' : text;
}

function* objects(text: string): Generator<string> {
  let found = 0;
  for (let start = text.indexOf('{'); start !== -1 && found < MOST_OBJECTS; ) {
    let next = start + 1;
    if (BEGINS_OBJECT.test(text.slice(start, start + 40))) {
      const end = closingBrace(text, start);
      // Cut off: an object inside it is a piece of the reply and not the reply.
      if (end === -1) return;
      next = end + 1;
      found += 1;
      yield text.slice(start, next);
    }
    start = text.indexOf('{', next);
  }
}

/** Where the object that begins at `start` ends, or -1. Braces inside strings do not count. */
function closingBrace(text: string, start: number): number {
  let depth = 0;
  let inString = false;
  for (let index = start; index < text.length; index += 1) {
    const character = text[index];
    if (inString) {
      if (character === '\\') index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return -1;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.trim());
  } catch {
    return NOTHING;
  }
}

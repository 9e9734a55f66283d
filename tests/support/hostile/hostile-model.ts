import { gives, type Outcome, type Request } from '../fake-model.ts';
import { offeredIn } from '../model-bot.ts';
import { TRUE_CLAIMS, trueClaim } from './hostile-corpus.ts';
import type { HostileSentence } from './hostile-sentence.ts';

/** A writer that puts faulty sentences before all true ones. */
export function writesWith(sentences: readonly HostileSentence[]): (request: Request) => Outcome {
  return (request) => {
    const offered = offeredIn(request);
    const numberOf = (on: number): number => offered.indexOf(trueClaim(on).claim) + 1;
    const faulty = sentences.map(({ on, text, numbers = ['own'] }) => ({
      text,
      claims: numbers.map((number) => (number === 'own' ? numberOf(on) : number)),
    }));
    const good = TRUE_CLAIMS.map(({ claim }, on) => ({ text: claim, claims: [numberOf(on)] }));
    return gives({
      sections: [
        { name: 'bottom-line', sentences: faulty },
        { name: 'positions', sentences: good },
      ],
    });
  };
}

/** A reader that tells of each article its true claims and all that is faulty about them. */
export function readsWith(sentences: readonly HostileSentence[]): (request: Request) => Outcome {
  return ({ input }) => {
    const faulty = sentences
      .filter(({ on }) => input.includes(trueClaim(on).quote))
      .map(({ on, text, quote }) => ({ ...plainly(on), claim: text, quote: quote ?? trueClaim(on).quote }));
    const good = TRUE_CLAIMS.flatMap(({ quote }, on) => (input.includes(quote) ? [plainly(on)] : []));
    return gives({ claims: [...faulty, ...good] });
  };
}

function plainly(on: number) {
  const { claim, quote, speaker, verb, date, kind } = trueClaim(on);
  return { claim, quote, speaker, verb, date, kind };
}

/** An answerer that gives faulty sentences and then one that is true. @throws Error where a passage that it needs is not there. */
export function answersWith(sentences: readonly HostileSentence[], good: number): (request: Request) => Outcome {
  return ({ input }) => {
    const passages = input.split(/^~~~~ passage \d+: .*$/mu).slice(1);
    const passageOf = (on: number): number => {
      const found = passages.findIndex((passage) => passage.includes(trueClaim(on).quote)) + 1;
      if (found === 0) throw new Error(`The model was not given the passage of “${trueClaim(on).quote}”.`);
      return found;
    };
    const faulty = sentences.map(({ on, text, quote, passage }) => ({
      text,
      passage: passage ?? passageOf(on),
      quote: quote ?? trueClaim(on).quote,
    }));
    const { claim, quote } = trueClaim(good);
    return gives({ says: 'yes', sentences: [...faulty, { text: claim, passage: passageOf(good), quote }] });
  };
}

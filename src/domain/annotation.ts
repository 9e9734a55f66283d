/** What the main verb of a statement does. `did` is an act in the world; all others are speech. */
export const VERB_CLASSES = ['said', 'announced', 'called for', 'conceded', 'denied', 'reported', 'did'] as const;
export type VerbClass = (typeof VERB_CLASSES)[number];

/** How firmly the content is put: stated, required (must, should), possible (may, might), believed, conditional. */
export const MODALITIES = ['fact', 'must', 'may', 'believes', 'if'] as const;
export type Modality = (typeof MODALITIES)[number];

/** The speaker of a sentence in which the article itself speaks. */
export const THE_ARTICLE = 'article';

/**
 * What code knows of one sentence (or claim) without a model. Made once, at ingest, and kept.
 */
export interface Annotation {
  /**
   * The grammatical subject of the speech or act verb: a name or a body; `article` when nobody is given as speaking;
   * null when somebody speaks who is not named ("critics", "some MPs", "concerns were raised").
   */
  readonly speaker: string | null;
  /** Null for a sentence with neither speech nor a decided act: description, opinion, background. */
  readonly verb: VerbClass | null;
  readonly modality: Modality;
  /** True when the statement itself is negated (not, no, never, without, failed to). */
  readonly negated: boolean;
  /** The event's date as the text gives it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Never the article's own date. */
  readonly eventDate: string | null;
  /** True only when the sentence holds words of the speaker between quotation marks. */
  readonly directSpeech: boolean;
}

/** One sentence of an article, `[start, end)` in UTF-16 units of the stored text, with its annotation. */
export interface AnnotatedSentence extends Annotation {
  readonly start: number;
  readonly end: number;
  /** Index of the paragraph that holds it, from 0. */
  readonly paragraph: number;
  /**
   * Where the sentence opens on something outside itself ("He", "This", "However", "The committee"):
   * `none` stands alone; `resolved` is explained by the sentence before, so that a quote of both stands alone;
   * `dangling` is explained by nothing that code can be sure of.
   */
  readonly opens: 'none' | 'resolved' | 'dangling';
  /** True when the main clause tells an act that was done: a report issued, duties imposed, a visit made. Speech is none. */
  readonly act: boolean;
  /** True for the article's own judgement ("Importantly", "It is evident", "demonstrates the commitment"). */
  readonly opinion: boolean;
  /** True for what is told as past background ("has been", "since 2015", "in recent years"). */
  readonly background: boolean;
}

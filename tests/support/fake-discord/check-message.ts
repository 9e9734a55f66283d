import { isRecord, type Json, listOf, textOf } from './call.ts';

type Report = (problem: string) => void;

const V2 = 1 << 15;
const CONTENT = 2000;
const V2_TEXT = 4000;
const EMBEDS = 6000;
/** Types of components: row, button, string select, section, text, thumbnail, gallery, file, separator, container. */
const TOP_V1: ReadonlySet<unknown> = new Set([1]);
const TOP_V2: ReadonlySet<unknown> = new Set([1, 9, 10, 12, 13, 14, 17]);

export function isV2(body: Json): boolean {
  return (Number(body['flags'] ?? 0) & V2) !== 0;
}

function size(report: Report, what: string, value: unknown, least: number, most: number): void {
  const length = typeof value === 'string' ? value.length : -1;
  if (length < 0) return report(`${what}: no text`);
  if (length < least || (least > 0 && textOf(value).trim() === '')) report(`${what}: empty`);
  if (length > most) report(`${what}: too long, ${length} of ${most}`);
  if (!textOf(value).isWellFormed()) report(`${what}: half of a surrogate pair`);
}

function checkButton(button: Json, report: Report): void {
  if (button['style'] === 5) return size(report, 'url', button['url'], 1, 512);
  if (button['label'] === undefined && button['emoji'] === undefined) report('button: neither label nor emoji');
  if (button['label'] !== undefined) size(report, 'label', button['label'], 1, 80);
  size(report, 'custom_id', button['custom_id'], 1, 100);
}

function checkOptions(options: readonly Json[], report: Report): void {
  if (options.length < 1 || options.length > 25) report(`options: ${options.length} of 1 to 25`);
  for (const option of options) {
    size(report, 'option label', option['label'], 1, 100);
    size(report, 'option value', option['value'], 1, 100);
    if (option['description'] !== undefined) size(report, 'description', option['description'], 1, 100);
  }
  if (new Set(options.map(({ value }) => value)).size < options.length) report('options: a value twice');
}

function checkSelect(select: Json, report: Report): void {
  size(report, 'custom_id', select['custom_id'], 1, 100);
  if (select['placeholder'] !== undefined) size(report, 'placeholder', select['placeholder'], 0, 150);
  if (select['type'] === 3) checkOptions(listOf(select['options']), report);
}

function checkRow(row: Json, report: Report): void {
  const parts = listOf(row['components']);
  const selects = parts.filter(({ type }) => type !== 2);
  if (parts.length < 1 || parts.length > 5) report(`row: ${parts.length} parts of 1 to 5`);
  if (selects.length > 0 && parts.length > 1) report('row: a select is not alone');
  for (const part of parts)
    if (part['type'] === 2) checkButton(part, report);
    else checkSelect(part, report);
}

function checkComponent(component: Json, report: Report): void {
  switch (component['type']) {
    case 1:
      return checkRow(component, report);
    case 10:
      return size(report, 'text', component['content'], 1, V2_TEXT);
    case 13:
      if (!isRecord(component['file']) || !textOf(component['file']['url']).startsWith('attachment://')) report('file: no attachment');
      return;
    case 17:
      for (const inner of listOf(component['components'])) checkComponent(inner, report);
      return;
    default:
  }
}

/** A component and those in it. */
export function allComponents(components: readonly Json[]): readonly Json[] {
  return components.flatMap((one) => [one, ...allComponents(listOf(one['components']))]);
}

function checkIds(all: readonly Json[], report: Report): void {
  for (const name of ['custom_id', 'id']) {
    const ids = all.map((one) => one[name]).filter((id) => id !== undefined);
    if (new Set(ids).size < ids.length) report(`${name}: twice`);
  }
  for (const { id } of all)
    if (id !== undefined && (!Number.isInteger(id) || Number(id) < 0 || Number(id) > 0x7fffffff)) report('id: no 32 bit integer');
}

function checkComponents(body: Json, report: Report): void {
  const top = listOf(body['components']);
  const all = allComponents(top);
  for (const one of top) if (!(isV2(body) ? TOP_V2 : TOP_V1).has(one['type'])) report(`component ${textOf(one['type'])}: not here`);
  for (const one of top) checkComponent(one, report);
  checkIds(all, report);
  if (!isV2(body) && top.length > 5) report(`rows: ${top.length} of 5`);
  if (!isV2(body)) return;
  if (all.length > 40) report(`components: ${all.length} of 40`);
  // Whether labels count is told in two ways: the stricter.
  const labels = all.flatMap((one) => [one, ...listOf(one['options'])]).map((one) => textOf(one['label']) + textOf(one['placeholder']));
  const text = all.reduce((sum, { content }) => sum + textOf(content).length, labels.join('').length);
  if (text > V2_TEXT) report(`texts: too long, ${text} of ${V2_TEXT} together`);
}

function checkEmbeds(embeds: readonly Json[], report: Report): void {
  if (embeds.length > 10) report(`embeds: ${embeds.length} of 10`);
  let total = 0;
  const part = (what: string, value: unknown, most: number): void => {
    if (value === undefined) return;
    size(report, what, value, 0, most);
    total += textOf(value).length;
  };
  for (const embed of embeds) {
    part('embed title', embed['title'], 256);
    part('embed description', embed['description'], 4096);
    part('embed footer', isRecord(embed['footer']) ? embed['footer']['text'] : undefined, 2048);
    if (listOf(embed['fields']).length > 25) report('embed: more than 25 fields');
    for (const field of listOf(embed['fields'])) {
      part('field name', field['name'], 256);
      part('field value', field['value'], 1024);
    }
  }
  if (total > EMBEDS) report(`embeds: too long, ${total} of ${EMBEDS} together`);
}

function checkFiles(body: Json, files: number, report: Report): void {
  const named = listOf(body['attachments']);
  const shown = allComponents(listOf(body['components'])).filter(({ type }) => type === 13);
  for (const { file } of shown) {
    const url = isRecord(file) ? textOf(file['url']) : '';
    if (!named.some(({ filename }) => `attachment://${textOf(filename)}` === url)) report(`file: ${url} is not attached`);
  }
  if (named.length !== files) report(`attachments: ${named.length} named, ${files} sent`);
}

/**
 * What Discord would find wrong with a message, and what this project forbids itself: a message without `allowed_mentions`.
 * Nothing when all is well.
 */
export function problemsOf(body: Json, files: number): readonly string[] {
  const problems: string[] = [];
  const report: Report = (problem) => void problems.push(problem);
  const { content, embeds, components, nonce } = body;
  if (!isRecord(body['allowed_mentions'])) report('allowed_mentions: missing');
  if (content !== undefined && content !== null) size(report, 'content', content, 0, CONTENT);
  if (nonce !== undefined) size(report, 'nonce', textOf(nonce), 1, 25);
  if (isV2(body) && (textOf(content) !== '' || listOf(embeds).length > 0)) report('content beside components');
  checkEmbeds(listOf(embeds), report);
  checkComponents(body, report);
  checkFiles(body, files, report);
  if (!content && listOf(embeds).length === 0 && listOf(components).length === 0 && files === 0) report('nothing in it');
  return problems;
}

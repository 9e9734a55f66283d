export type Json = Readonly<Record<string, unknown>>;
export type Report = (problem: string) => void;

/** A text object: of one of the types, not empty, not too long. */
export function checkText(value: unknown, most: number, types: readonly string[], where: string, report: Report): void {
  const { type, text } = (value ?? {}) as Json;
  if (typeof type !== 'string' || !types.includes(type)) return report(`${where}: ${String(type)} instead of ${types.join(' or ')}`);
  if (typeof text !== 'string' || text.length === 0) return report(`${where}: no text`);
  if (text.length > most) report(`${where}: ${text.length} characters, at most ${most}`);
}

function checkOption(option: Json, report: Report): void {
  checkText(option['text'], 75, ['plain_text', 'mrkdwn'], 'option', report);
  if (option['description'] !== undefined) checkText(option['description'], 75, ['plain_text', 'mrkdwn'], 'description', report);
  const value = option['value'];
  if (typeof value !== 'string' || value.length === 0 || value.length > 150) report('option: a value of 1 to 150 characters is needed');
}

function checkOptions(options: unknown, report: Report): void {
  if (!Array.isArray(options) || options.length < 1 || options.length > 100) return report('options: not 1 to 100');
  for (const option of options) checkOption(option as Json, report);
}

function checkGroups(groups: unknown, report: Report): void {
  if (!Array.isArray(groups) || groups.length < 1 || groups.length > 100) return report('option_groups: not 1 to 100');
  for (const group of groups as readonly Json[]) {
    checkText(group['label'], 75, ['plain_text'], 'group', report);
    checkOptions(group['options'], report);
  }
}

function checkSelect(element: Json, report: Report): void {
  if (element['placeholder'] !== undefined) checkText(element['placeholder'], 150, ['plain_text'], 'placeholder', report);
  if (element['options'] !== undefined && element['option_groups'] !== undefined) report('select: options and option_groups');
  if (element['option_groups'] !== undefined) return checkGroups(element['option_groups'], report);
  checkOptions(element['options'], report);
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' ? value.length : 0;
}

function checkButton(element: Json, report: Report): void {
  checkText(element['text'], 75, ['plain_text'], 'button', report);
  if (lengthOf(element['value']) > 2000) report('button: a value of more than 2000 characters');
  if (lengthOf(element['url']) > 3000) report('button: a URL of more than 3000 characters');
  const style = element['style'];
  if (style !== undefined && style !== 'primary' && style !== 'danger') report(`button: style ${JSON.stringify(style)}`);
}

/** A button, a menu, a field: what may stand in actions, sections and inputs. */
export function checkElement(element: Json, report: Report): void {
  switch (element['type']) {
    case 'button':
      return checkButton(element, report);
    case 'static_select':
    case 'multi_static_select':
      return checkSelect(element, report);
    case 'checkboxes':
    case 'radio_buttons': {
      const options = element['options'];
      if (!Array.isArray(options) || options.length < 1 || options.length > 10) report('options: not 1 to 10');
      return;
    }
    case 'external_select':
    case 'plain_text_input':
      if (element['placeholder'] !== undefined) checkText(element['placeholder'], 150, ['plain_text'], 'placeholder', report);
      return;
    case 'users_select':
    case 'conversations_select':
    case 'channels_select':
    case 'datepicker':
    case 'timepicker':
    case 'file_input':
    case 'url_text_input':
      return;
    default:
      return report(`element ${String(element['type'])}: not known here`);
  }
}

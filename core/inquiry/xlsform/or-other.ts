// "or other" behind a list is short for an option and a question; both are made as the form's own tools make them.
import type { Item } from '../item.ts'
import type { Words } from '../words.ts'
import type { FormList } from './read-choices.ts'

const optionName = 'other'
const option: Words = { 'zh-CN': '其他', en: 'Other' }
const question: Words = { 'zh-CN': '请写明：', en: 'Please specify:' }

/** In the languages that the question itself is written in. */
export function otherWords(asked: Words): { readonly option: Words; readonly question: Words } {
  const only = (words: Words): Words => ({
    'zh-CN': asked['zh-CN'] === '' ? '' : words['zh-CN'],
    en: asked.en === '' ? '' : words.en,
  })
  return { option: only(option), question: only(question) }
}

/** How many options a list may have, "other" among them. */
const mostOptions = 40

/**
 * The list with "other" at its end, under a name that no other list has; a list that has one already stays as it is. Null when
 * there is no room for it.
 */
export function withOther(
  { set, values }: FormList,
  label: Words,
  isTaken: (id: string) => boolean,
): FormList | null {
  if (values.has(optionName)) return { set, values }
  if (set.options.length >= mostOptions) return null
  const value = Math.max(0, set.max) + 1
  return {
    set: {
      ...set,
      id: freeName(set.id, isTaken),
      max: value,
      options: [...set.options, { value, label, name: optionName, picture: null }],
    },
    values: new Map([...values, [optionName, value]]),
  }
}

function freeName(id: string, isTaken: (id: string) => boolean): string {
  const plain = `${id.slice(0, 29)}_or_other`
  let name = plain
  for (let no = 2; isTaken(name); no += 1) name = `${plain}${no}`
  return name
}

/** The question for the words of "other", asked where it is chosen. */
export function otherOf(asked: Item, list: FormList | undefined): Item | null {
  const value = list?.values.get(optionName)
  if (value === undefined || asked.text === null) return null
  return {
    ...asked,
    id: `${asked.id}_other`,
    number: asked.number + 1,
    text: otherWords(asked.text).question,
    response: { kind: 'text', maxLength: 500 },
    required: false,
    readAloud: null,
    showIf: [
      [{ item: asked.id, is: asked.response.kind === 'multi' ? 'includes' : 'equal', value }],
    ],
    constraint: null,
    notes: [],
  }
}

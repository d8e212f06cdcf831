// The copy as a page that any browser and any word processor opens: no script, nothing fetched, nothing to be seen behind it.
import type { Instrument } from '../../core/inquiry/instrument.ts'
import { listChosen } from '../../core/inquiry/chosen.ts'
import type { Item } from '../../core/inquiry/item.ts'
import { fillNames, fillUnnamed, readWords } from '../../core/inquiry/words.ts'
import { isJsonArray, isJsonObject, type Json } from '../../core/kit/json.ts'
import type { CopyRow, CopySection } from '../../core/paperwork/rights-copy.ts'
import type { Language, Words } from '../kit/texts.ts'

export interface LookedInto {
  readonly on: string
  readonly role: string
}

/** A notice that went to somebody: that it did, not what its link was opened for. */
export interface NoticeSent {
  readonly on: string
  readonly kind: string
  readonly to: string
  readonly state: string
}

export interface CopyPage {
  readonly agency: string
  readonly guardian: string
  readonly subject: string
  readonly asker: string
  readonly madeOn: string
  readonly sections: readonly CopySection[]
  readonly looked: readonly LookedInto[]
  readonly sent: readonly NoticeSent[]
  /** By id: the same number of a question means another one in another questionnaire or version. */
  readonly instruments: ReadonlyMap<string, Pick<Instrument, 'items' | 'responseSets' | 'title'>>
  readonly nameOf: (personId: string) => string
}

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** The whole page, in the language of whoever is given it. */
export function writeCopyPage(page: CopyPage, language: Language, words: Words): string {
  const say: Say = (key, values) => plainHtml(words(`rights:copy.${key}`, values))
  const title = words('rights:copy.title', { name: page.subject })
  const sections = page.sections.map((section) => writeSection(section, page, language, words, say))
  const looked = page.looked.map(
    ({ on, role }) =>
      `<tr><td>${plainHtml(on)}</td><td>${plainHtml(words(`access:roles.${role}`))}</td></tr>`,
  )
  const sent = page.sent.map(
    ({ on, kind, to, state }) =>
      `<tr><td>${plainHtml(on)}</td><td>${plainHtml(words(`delivery:copy.${kind}`))} ${plainHtml(to)}</td><td>${plainHtml(words(`delivery:copy.${state}`))}</td></tr>`,
  )
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${plainHtml(title)}</title>`,
    '<style>body{font-family:sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;line-height:1.6}table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}td{border:1px solid #999;padding:.25rem .5rem;vertical-align:top;text-align:left}td:first-child{width:35%}</style></head><body>',
    `<h1>${plainHtml(title)}</h1>`,
    `<p>${say('made', { agency: page.agency, day: page.madeOn, asker: page.asker })}</p><p>${say('explain')}</p>`,
    ...sections,
    `<h2>${say('looked')}</h2><p>${say('lookedHint')}</p>`,
    looked.length === 0 ? `<p>${say('nobodyLooked')}</p>` : `<table>${looked.join('')}</table>`,
    `<h2>${plainHtml(words('delivery:copy.title'))}</h2><p>${plainHtml(words('delivery:copy.hint'))}</p>`,
    sent.length === 0
      ? `<p>${plainHtml(words('delivery:copy.nothing'))}</p>`
      : `<table>${sent.join('')}</table>`,
    `<h2>${say('rights')}</h2><p>${say('rightsWords', { guardian: page.guardian === '' ? page.agency : page.guardian })}</p>`,
    '</body></html>',
  ].join('\n')
}

function writeSection(
  { kind, count, records }: CopySection,
  page: CopyPage,
  language: Language,
  words: Words,
  say: Say,
): string {
  const head = `<h2>${say(`kinds.${kind}`)} · ${say('count', { count })}</h2>`
  if (kind === 'workingPapers') return `${head}<p>${say('workingPapers')}</p>`
  const tables = records
    .filter((rows) => rows.length > 0)
    .map((rows) => {
      const lines = rows.flatMap((row) =>
        row.field === 'answers'
          ? writeAnswers(row, page, language, words, say)
          : [[say(`fields.${row.field}`), writeValue(row, words, say)] as const],
      )
      return `<table>${lines.map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`).join('')}</table>`
    })
  const others = count - records.length
  return [
    head,
    ...tables,
    ...(others > 0 ? [`<p>${say('others', { count: others })}</p>`] : []),
  ].join('\n')
}

/** A question in the words of the questionnaire that asked it, and the answer in the words that were chosen. */
function writeAnswers(
  { value: answers, asked }: CopyRow,
  { instruments, nameOf }: CopyPage,
  language: Language,
  words: Words,
  say: Say,
): readonly (readonly [string, string])[] {
  const its = asked === null ? undefined : instruments.get(asked.instrumentId)
  if (!isJsonObject(answers) || asked === null) return []
  const child = nameOf(asked.childId)
  const names = {
    ...(asked.relation === null ? {} : { parent: words(`inquiry:calls.${asked.relation}`) }),
    ...(child === '' ? {} : { child }),
  }
  const fill = (text: string) => plainHtml(fillUnnamed(fillNames(text, names), language))
  const title = its === undefined ? '' : fill(readWords(its.title, language))
  const lines = Object.entries(answers).map(([id, value], index) => {
    const item = its?.items.find((one) => one.id === id)
    const text = item?.text === null || item === undefined ? '' : readWords(item.text, language)
    const label = text === '' ? say('question', { number: item?.number ?? index + 1 }) : fill(text)
    return [label, plainHtml(wordAnswer(value, item, its?.responseSets ?? [], language))] as const
  })
  return title === '' ? lines : [[say('fields.instrument'), title], ...lines]
}

function wordAnswer(
  value: Json,
  item: Item | undefined,
  sets: Instrument['responseSets'],
  language: Language,
): string {
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  const { response } = item ?? {}
  if (response === undefined || (response.kind !== 'choice' && response.kind !== 'multi'))
    return String(value)
  const options = sets.find(({ id }) => id === response.set)?.options ?? []
  const chosen = listChosen(value).map((one) => {
    const label = options.find((option) => String(option.value) === one)?.label
    return (label === undefined ? '' : readWords(label, language)) || one
  })
  return chosen.join(language === 'en' ? ', ' : '、')
}

function writeValue({ field, value }: CopyRow, words: Words, say: Say): string {
  if (isJsonArray(value))
    return value
      .map((one) => writeValue({ field, value: one, asked: null }, words, say))
      .join(say('between'))
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no')
  if (typeof value === 'string') {
    const key = `rights:copy.values.${field}.${value}`
    const found = /^[a-zA-Z]+$/.test(value) ? words(key) : key
    return plainHtml(
      found === '' || found === key || found === key.slice('rights:'.length) ? value : found,
    )
  }
  return plainHtml(
    value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value),
  )
}

function plainHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

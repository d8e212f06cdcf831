// Every word a person reads. Texts of the shell come with the first page, those of the rooms with the first room.
import { createInstance } from 'i18next'
import { nestQuotes } from '../../core/kit/nest-quotes.ts'
import type { Refusal } from '../../core/kit/outcome.ts'
import { writeDay } from '../../core/kit/write-day.ts'
import type { TextKey } from './text-key.ts'

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]
type Texts = Readonly<Record<string, unknown>>

const files = import.meta.glob<Texts>('../../content/texts/*/*.json', { import: 'default' })
const shellNamespaces = ['kit', 'sync', 'access']
const rememberedAs = 'kiteline.language'

const i18n = createInstance()
i18n.use({ type: 'postProcessor', name: 'nestQuotes', process: nestQuotes })
const loaded = new Set<string>()
const listeners = new Set<() => void>()

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value)
}

/** The choice made on this device, otherwise what the browser speaks. */
export function firstLanguage(): Language {
  const remembered = localStorage.getItem(rememberedAs)
  if (isLanguage(remembered)) return remembered
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

function namespaceOf(path: string, language: Language): string | null {
  const head = `../../content/texts/${language}/`
  return path.startsWith(head) ? path.slice(head.length, -'.json'.length) : null
}

async function load(language: Language, wanted: (namespace: string) => boolean): Promise<void> {
  const found = Object.entries(files).flatMap(([path, read]) => {
    const namespace = namespaceOf(path, language)
    if (namespace === null || !wanted(namespace) || loaded.has(path)) return []
    return [{ path, namespace, read }]
  })
  await Promise.all(
    found.map(async ({ path, namespace, read }) => {
      i18n.addResourceBundle(language, namespace, await read(), true, true)
      loaded.add(path)
    }),
  )
}

export async function startTexts(language: Language): Promise<void> {
  await i18n.init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'kit',
    interpolation: { escapeValue: false },
    returnEmptyString: false,
    resources: {},
    postProcess: ['nestQuotes'],
  })
  await load(language, (namespace) => shellNamespaces.includes(namespace))
  document.documentElement.lang = language
}

/** Before the first room opens. */
export async function loadRoomTexts(): Promise<void> {
  await load(currentLanguage(), () => true)
}

let roomsAsked = false
export async function switchLanguage(language: Language): Promise<void> {
  if (language === currentLanguage()) return
  await load(language, (namespace) => roomsAsked || shellNamespaces.includes(namespace))
  await i18n.changeLanguage(language)
  localStorage.setItem(rememberedAs, language)
  document.documentElement.lang = language
  for (const listener of listeners) listener()
}

export function keepRoomTexts(): Promise<void> {
  roomsAsked = true
  return loadRoomTexts()
}

export function currentLanguage(): Language {
  return isLanguage(i18n.language) ? i18n.language : 'zh-CN'
}

export function onLanguage(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export type TextValues = Readonly<Record<string, string | number>>

/** The text of a key in the person's language; `count` chooses the plural. */
export function text(key: TextKey, values: TextValues = {}): string {
  return i18n.t(key, { ...values })
}

export function textOrNull(key: string, values: TextValues = {}): string | null {
  // With the values: a plural has no text under its bare key.
  return i18n.exists(key, { ...values }) ? i18n.t(key, { ...values }) : null
}

function findInNamespaces(path: string, values: TextValues): string | null {
  const bundles = i18n.getDataByLanguage(currentLanguage()) ?? {}
  for (const namespace of Object.keys(bundles)) {
    const found = textOrNull(`${namespace}:${path}`, values)
    if (found !== null) return found
  }
  return null
}

/** What a field is called: `fields.<name>` in any of the rooms' texts. */
export function fieldText(field: string): string {
  const [name = field] = field.split('.')
  return findInNamespaces(`fields.${name}`, {}) ?? field
}

/** Why the rules said no, found by the refusal's id in whichever room it belongs to. */
export function refusalText(refusal: Refusal): string {
  const details = Object.fromEntries(
    Object.entries(refusal.details).map(([name, value]) => [name, detailWords(name, value)]),
  )
  return (
    findInNamespaces(`refusals.${refusal.id}`, details) ??
    text('kit:refusalUnknown', { id: refusal.id })
  )
}

/** A field by its name, a day as the person writes days. */
function detailWords(name: string, value: string | number): string | number {
  if (typeof value === 'number') return value
  if (name === 'field') return fieldText(value)
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? writeDay(value, currentLanguage()) : value
}

/** What a kind of record is called: `kinds.<name>` in its room's texts. */
export function kindText(kind: string): string {
  return findInNamespaces(`kinds.${kind}`, {}) ?? kind
}

const basicVerbs: Readonly<Record<string, TextKey>> = {
  create: 'sync:device.verbs.create',
  edit: 'sync:device.verbs.edit',
  remove: 'sync:device.verbs.remove',
  resolve: 'sync:device.verbs.resolve',
}

/** What was done to a record: `verbs.<kind>.<verb>` in its room's texts, or one of the four that every kind has. */
export function verbText(kind: string, verb: string): string {
  const basic = basicVerbs[verb]
  if (basic !== undefined) return text(basic)
  return findInNamespaces(`verbs.${kind}.${verb}`, {}) ?? text('sync:device.verbOther')
}

/** Has somebody chosen a language on this device? */
export function remembersLanguage(): boolean {
  return isLanguage(localStorage.getItem(rememberedAs))
}

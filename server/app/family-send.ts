// How an opened family link answers: pages in its language, whole forms, addresses of its own.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { WordLanguage } from '../../core/inquiry/words.ts'
import { type Foot, showFrame, type Html } from '../../family/page.ts'
import { showEnded } from '../../family/plain-pages.ts'
import type { House } from './house.ts'
import { readText } from './route.ts'
import type { FamilyLink } from './stored-links.ts'

const formBytes = 256 * 1024

export interface Visit {
  readonly house: House
  readonly context: Context
  readonly link: FamilyLink
  readonly language: WordLanguage
  readonly sample: boolean
  readonly foot: Foot | null
  readonly scripted: boolean
}

export function languageOf(context: Context): WordLanguage {
  const wanted = context.req.query('lang')
  if (wanted === 'en' || wanted === 'zh-CN') return wanted
  return /^en\b/i.test(context.req.header('accept-language') ?? '') ? 'en' : 'zh-CN'
}

export function send(
  visit: Pick<Visit, 'house' | 'context' | 'language' | 'sample' | 'foot'>,
  title: string,
  body: Html,
  script: boolean,
  status: 200 | 403 | 404 = 200,
): Response | Promise<Response> {
  const words = visit.house.words(visit.language)
  return visit.context.html(
    showFrame(
      { language: visit.language, words, title, script, sample: visit.sample, foot: visit.foot },
      body,
    ),
    status,
  )
}

export function sendEnded(house: House, context: Context): Response | Promise<Response> {
  const language = languageOf(context)
  const words = house.words(language)
  return send(
    { house, context, language, sample: false, foot: null },
    words('family:ended.title'),
    showEnded(words),
    false,
    404,
  )
}

export async function readForm(context: Context): Promise<Readonly<Record<string, string>> | null> {
  const type = (context.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') return null
  const text = await readText(context, formBytes)
  if (text === null || text.includes('\0')) return null
  // Boxes of one name are one answer, their values with a space between.
  const fields: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(text))
    fields[name] = name.startsWith('q_') ? [fields[name], value].filter(Boolean).join(' ') : value
  return fields
}

export function queryOf(context: Context): string {
  const lang = context.req.query('lang')
  return lang === 'en' || lang === 'zh-CN' ? `?lang=${lang}` : ''
}

/** Another page of the same link, in the same language. */
export function addressIn(context: Context, page: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(queryOf(context))
  for (const [name, value] of Object.entries(page)) query.set(name, value)
  return `${context.req.path}?${query}`
}

/** It lies with us, so nothing of it stays on the telephone. */
export function showKept(visit: Visit): Response | Promise<Response> {
  const words = visit.house.words(visit.language)
  const title = words('family:keptForWorker.title')
  const text = words('family:keptForWorker.text')
  const said = showEnded((key) => (key.endsWith('title') ? title : text))
  return send(visit, title, html`${said}<p data-done="1" hidden></p>`, visit.scripted)
}

// One line that names a source so that others find it: in Chinese after GB/T 7714-2015, in English in the manner of APA.
import type { WordLanguage } from '../words.ts'
import type { SourceFacts, SourceForm } from './source-facts.ts'

export type Citable = Pick<
  SourceFacts,
  | 'authors'
  | 'moreAuthors'
  | 'year'
  | 'title'
  | 'titleInOther'
  | 'form'
  | 'container'
  | 'volume'
  | 'issue'
  | 'pages'
  | 'doi'
  | 'url'
>

/** Parts that are not known are left out, never filled in; a source without a year says so in English (n.d.). */
export function citeSource(source: Citable, language: WordLanguage): string {
  return language === 'en' ? citeInEnglish(source) : citeInChinese(source)
}

/** Document types of GB/T 7714-2015, table B.1; laws and standards of the trade as most Chinese journals mark them. */
const typeLetters: Readonly<Record<SourceForm, string>> = {
  article: 'J',
  thesis: 'D',
  book: 'M',
  report: 'R',
  proceedings: 'C',
  standard: 'S',
  law: 'Z',
  web: 'EB',
}

function citeInChinese(source: Citable): string {
  const { title, form, container, year, volume, issue, pages, doi, url } = source
  const online = url !== '' && doi === ''
  const type = `${typeLetters[form]}${online || form === 'web' ? '/OL' : ''}`
  const number = `${volume}${issue === '' ? '' : `(${issue})`}`
  const issued = [container, year === null ? '' : String(year), number].filter(Boolean).join(', ')
  const where = `${issued}${pages === '' ? '' : `${issued === '' ? '' : ': '}${pages}`}`
  return [
    chineseAuthors(source),
    `${title}[${type}]`,
    where,
    doi === '' ? '' : `DOI:${doi}`,
    online ? url : '',
  ]
    .filter(Boolean)
    .map((part) => `${part}.`)
    .join(' ')
}

/** The first three; more are “等” beside a Chinese title and “et al” beside another. Western names in capitals without points. */
function chineseAuthors({ authors, moreAuthors, title }: Citable): string {
  const named = authors.slice(0, 3).map((author) => {
    const [family = author, given] = author.split(/,\s*/)
    return given === undefined
      ? author
      : `${family.toUpperCase()} ${given
          .replaceAll(/[.\-–]/g, ' ')
          .trim()
          .replaceAll(/\s+/g, ' ')}`
  })
  const more = moreAuthors || authors.length > 3
  if (named.length === 0) return ''
  return more ? [...named, isHan(title) ? '等' : 'et al'].join(', ') : named.join(', ')
}

function citeInEnglish(source: Citable): string {
  const { title, titleInOther, year, container, volume, issue, pages, form } = source
  const shownTitle = isHan(title) && titleInOther !== '' ? `${title} [${titleInOther}]` : title
  const number = `${volume}${issue === '' ? '' : `(${issue})`}`
  const where = [container, number, pages.replaceAll('-', '–')].filter(Boolean).join(', ')
  const authors = englishAuthors(source)
  const day = `(${year === null ? 'n.d.' : year})`
  const head =
    authors === ''
      ? `${endWithPoint(shownTitle)} ${day}.`
      : `${authors} ${day}. ${endWithPoint(shownTitle)}`
  const kind = form === 'thesis' ? 'Thesis' : ''
  const rest = [kind, where].filter(Boolean).join(', ')
  return [head, rest === '' ? '' : endWithPoint(rest), linkOf(source)].filter(Boolean).join(' ')
}

function englishAuthors({ authors, moreAuthors }: Citable): string {
  const last = authors.at(-1)
  if (last === undefined) return ''
  if (moreAuthors) return `${authors.join(', ')}, et al.`
  if (authors.length === 1) return endWithPoint(last)
  const before = authors.slice(0, -1)
  return endWithPoint(`${before.join(', ')}, & ${last}`)
}

function linkOf({ doi, url }: Citable): string {
  return doi === '' ? url : `https://doi.org/${doi}`
}

function endWithPoint(text: string): string {
  return /[.?!。？！]$/.test(text) ? text : `${text}.`
}

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

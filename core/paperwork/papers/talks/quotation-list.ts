// What people said, code by code (INQ-35): each passage with its case, who it was and the day.
import { orderCodes } from '../../../inquiry/coding/order-codes.ts'
import { placeSpans } from '../../../inquiry/coding/place-spans.ts'
import { textBetween } from '../../../inquiry/interview/text-lines.ts'
import type { FieldValues } from '../../field-values.ts'
import { declareFields, type TemplateField } from '../../template-field.ts'
import { fillAgencyHead } from '../fill-heads.ts'
import { agencyHeadFields } from '../head-fields.ts'
import type { TalkOnPaper, TalkPaperInput } from './talk-paper-input.ts'

export const quotationListFields: readonly TemplateField[] = [
  ...agencyHeadFields,
  ...declareFields(null, [
    ['quotesOf', '摘录范围'],
    ['quoteCount', '原话条数'],
    ['talkCount', '访谈次数'],
    ['namesSaid', '姓名说明'],
    ['codes', '编码列表', 'list'],
  ]),
  ...declareFields('codes', [
    ['codePath', '编码'],
    ['codeCount', '编码条数'],
    ['quotes', '原话列表', 'list'],
  ]),
  ...declareFields('quotes', [
    ['quoteWords', '原话'],
    ['quoteSource', '原话出处'],
    ['hasMemo', '有备忘', 'condition'],
    ['quoteMemo', '备忘'],
  ]),
]

interface Quote {
  readonly codeId: string
  readonly words: string
  readonly source: string
  readonly memos: readonly string[]
}

export function fillQuotationList(input: TalkPaperInput): FieldValues {
  const { talks, codes, codeId, hide, wording } = input
  const { translate } = wording
  const say = hide ?? ((words: string) => words)
  const quotes = talks.flatMap((talk) => quotesOf(talk, input))
  const asked = codes.find(({ id }) => id === codeId)
  return {
    ...fillAgencyHead(input),
    quotesOf: asked?.name ?? translate('interview:coding.allCodes'),
    quoteCount: String(quotes.length),
    talkCount: String(talks.length),
    namesSaid: translate(`paperwork:talk.names.${hide === null ? 'open' : 'hidden'}`),
    codes: orderCodes(codes).flatMap(({ code, path }) => {
      const own = quotes.filter((one) => one.codeId === code.id)
      if (own.length === 0) return []
      return [
        {
          codePath: path.join(' › '),
          codeCount: String(own.length),
          quotes: own.map(({ words, source, memos }) => ({
            quoteWords: say(words),
            quoteSource: source,
            hasMemo: memos.length > 0,
            quoteMemo: say(memos.join('\n')),
          })),
        },
      ]
    }),
  }
}

/** What two coders marked alike is one passage; a mark whose words are gone keeps the words it was made on. */
function quotesOf(talk: TalkOnPaper, { wording, codeId }: TalkPaperInput): readonly Quote[] {
  const { its, lines } = talk
  const { translate } = wording
  const source = translate('interview:quotations.source', {
    case: talk.familyCode ?? translate('interview:noFamily'),
    role: translate(`interview:role.${its.role}`),
    day: its.heldOn ?? translate('interview:noDay'),
  })
  const wanted = talk.spans.filter(
    (span) => span.codeId !== null && (codeId === null || span.codeId === codeId),
  )
  const { placed, lost } = placeSpans(lines, wanted)
  const all = [
    ...placed.map(({ span, from, to }) => ({ span, words: textBetween(lines, from, to) })),
    ...lost.map((span) => ({ span, words: span.quote })),
  ]
  const byPassage = new Map<string, Quote>()
  for (const { span, words } of all) {
    const key = [span.codeId, span.fromLine, span.fromAt, span.toLine, span.toAt, words].join(' ')
    const memos = [...(byPassage.get(key)?.memos ?? []), ...(span.memo === '' ? [] : [span.memo])]
    byPassage.set(key, { codeId: span.codeId ?? '', words, source, memos })
  }
  return [...byPassage.values()]
}

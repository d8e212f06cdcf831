import type { Paper, TalkPaperForm } from '../paper-forms.ts'
import { fillQuotationList } from './quotation-list.ts'
import type { TalkPaperInput } from './talk-paper-input.ts'
import { fillTalkTranscript } from './talk-transcript.ts'

/** A paper of talks (PAP-21): pure, from texts and marks as they stand. Null where there is no talk to print. */
export function buildTalkPaper(form: TalkPaperForm, input: TalkPaperInput): Paper | null {
  const [first] = input.talks
  if (first === undefined) return null
  const name = input.wording.translate(`paperwork:formName.${form}`)
  switch (form) {
    case 'talkTranscript':
      return {
        form,
        title: [first.familyCode ?? '', name, first.its.heldOn ?? ''].join(' ').trim(),
        values: fillTalkTranscript(input, first),
      }
    case 'quotationList':
      return { form, title: `${name} ${input.madeOn}`, values: fillQuotationList(input) }
  }
}

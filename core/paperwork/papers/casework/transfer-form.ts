// Referral and transfer on paper (form-F19): to whom, why, what is handed over, who agreed; the receiver tears off the receipt.
import type { Agency } from '../../../access/agency.ts'
import { groundPart } from '../../../casework/transfer/build-parts.ts'
import type { TransferPart } from '../../../casework/transfer/part-source.ts'
import { isTransferOpen, type TransferEntry } from '../../../casework/transfer/transfer-shape.ts'
import type { FieldValues } from '../../field-values.ts'
import { declareFields, type TemplateField } from '../../template-field.ts'
import { blankValues } from '../../blank-values.ts'
import { fillAgencyHead, type PaperOfAgency } from '../fill-heads.ts'
import { agencyHeadFields } from '../head-fields.ts'
import { writeDays } from '../family/write-days.ts'
import type { Paper } from '../paper-forms.ts'

/** With where the receipt is to be returned to. */
export interface BlankTransferInput extends Omit<PaperOfAgency, 'agency'> {
  readonly agency: Pick<Agency, 'name' | 'county' | 'sample' | 'phone' | 'address'>
}

export interface TransferFormInput extends BlankTransferInput {
  readonly its: TransferEntry
  readonly parts: readonly TransferPart[]
  readonly familyCode: string
  /** Names of those whom it is about. */
  readonly names: readonly string[]
  readonly worker: string
  readonly approvedBy: string
}

export const transferFormFields: readonly TemplateField[] = [
  ...agencyHeadFields,
  ...declareFields(null, [
    ['transferNo', '转介编号'],
    ['agencyPhone', '机构电话'],
    ['agencyAddress', '机构地址'],
    ['isPast', '已不能再交出', 'condition'],
    ['pastNote', '存档说明'],
    ['familyCode', '家庭编号'],
    ['transferWhat', '转介类型'],
    ['subjectNames', '转介对象'],
    ['receiverOrg', '接收机构'],
    ['receiverPerson', '接收联系人'],
    ['receiverPhone', '接收电话'],
    ['receiverPlace', '接收所在地'],
    ['transferReason', '转介原因'],
    ['mainProblem', '主要问题'],
    ['workDone', '已经做过的工作'],
    ['expectation', '转介期望'],
    ['usePurpose', '使用目的'],
    ['groundWords', '转介依据'],
    ['handedParts', '交出内容列表', 'list'],
    ['approvedBy', '审批督导'],
    ['approvedOn', '审批日期'],
    ['transferOpinion', '督导意见'],
    ['transferWorker', '经办社工'],
    ['handedOn', '交出日期'],
    ['followUpOn', '跟进日期'],
    ['receiptAnswer', '回执答复'],
    ['receiptName', '回执姓名'],
    ['receiptWords', '回执内容'],
    ['receiptOn', '回执日期'],
  ]),
  ...declareFields('handedParts', [
    ['partTitle', '内容名称'],
    ['partWords', '内容'],
  ]),
]

/**
 * PAP-22: as it was approved; the receipt stays empty to be written on until it has come. Of what is past it says that it stays in
 * the drawer. Pure.
 */
export function buildTransferForm(input: TransferFormInput): Paper {
  const { agency, its, familyCode, names, worker, approvedBy, wording } = input
  const { translate } = wording
  const gap = translate('paperwork:summary.nameGap')
  const parts = input.parts.filter(({ part }) => part !== groundPart)
  const isPast = its.handedOn !== null && !isTransferOpen(its)
  const no = its.id.slice(-8).toUpperCase()
  const values: FieldValues = {
    ...fillAgencyHead(input),
    ...{ transferNo: no, familyCode, transferWhat: translate(`transfer:what.${its.what}`) },
    ...{ subjectNames: names.join(gap), receiverOrg: its.receiverOrg },
    ...{ receiverPerson: its.receiverPerson, receiverPhone: its.receiverPhone },
    ...{ receiverPlace: its.receiverPlace, transferReason: its.reason, mainProblem: its.problem },
    ...{ workDone: its.workDone, expectation: its.expectation, usePurpose: its.purpose },
    ...{ agencyPhone: agency.phone, agencyAddress: agency.address, isPast },
    pastNote: isPast
      ? translate('transfer:paper.past', { state: translate(`transfer:state.${its.state}`) })
      : '',
    groundWords: writeGrounds(input),
    handedParts: (parts.length === 0 ? [null] : parts).map((part) => ({
      partTitle: part?.title ?? '',
      partWords: (part?.lines ?? [])
        .map(({ label, words }) => `${label}${translate('families:labelSeparator')}${words}`)
        .join('\n'),
    })),
    ...{ approvedBy, approvedOn: its.approvedOn ?? '', transferOpinion: its.opinion },
    ...{ transferWorker: worker, handedOn: its.handedOn ?? '', followUpOn: its.followUpOn ?? '' },
    receiptAnswer:
      its.answer === null ? writeBoxes(input) : translate(`transfer:answer.${its.answer}`),
    ...{ receiptName: its.answerName, receiptWords: its.answerWords },
    receiptOn: its.answeredOn ?? '',
  }
  return {
    form: 'transferForm',
    title: `${familyCode} ${translate('paperwork:formName.transferForm')}`,
    values,
  }
}

/** PAP-28: the form to write on by hand: from which agency, and nobody on it. Pure. */
export function buildBlankTransfer(input: BlankTransferInput): Paper {
  const { agency, wording } = input
  return {
    form: 'transferForm',
    title: wording.translate('paperwork:formName.transferForm'),
    values: {
      ...blankValues(transferFormFields, () => 3),
      ...writeDays(fillAgencyHead(input), wording),
      ...{ agencyPhone: agency.phone, agencyAddress: agency.address },
      receiptAnswer: writeBoxes(input),
    },
  }
}

function writeBoxes({ wording: { translate } }: BlankTransferInput): string {
  return `□ ${translate('transfer:answer.accepted')}　□ ${translate('transfer:answer.declined')}`
}

/** What was packed before consents stood in it has the ground alone. */
function writeGrounds({ its, parts, wording: { translate } }: TransferFormInput): string {
  const lines = parts
    .filter(({ part }) => part === groundPart)
    .flatMap((one) => one.lines)
    .map(({ label, words }) => `${label}${translate('families:labelSeparator')}${words}`)
  return [translate(`transfer:ground.${its.ground}`), ...lines].join('\n')
}

// A mandatory report or crisis on paper (form-F27): facts, the child's words as they were said, to whom it was reported and
// what they answered. Who raised it does not stand on it (D11).
import { writeMoment } from '../../../kit/dates.ts'
import type { Concern } from '../../../safety/concern-shape.ts'
import type { ConcernReport } from '../../../safety/concern-report.ts'
import { quoteWords } from '../../../safety/quote-words.ts'
import type { FieldValues } from '../../field-values.ts'
import { blankValues } from '../../blank-values.ts'
import { declareFields, type TemplateField } from '../../template-field.ts'
import { writeDays } from '../family/write-days.ts'
import { fillAgencyHead, type PaperOfAgency } from '../fill-heads.ts'
import { agencyHeadFields } from '../head-fields.ts'
import { orBlank } from '../family/or-blank.ts'
import type { Paper } from '../paper-forms.ts'

export interface MandatoryReportInput extends PaperOfAgency {
  readonly its: Concern & { readonly id: string }
  readonly reports: readonly ConcernReport[]
}

const reportColumns = [
  ['reportTo', '报告给'],
  ['reportPerson', '接报人'],
  ['reportPhone', '报告电话'],
  ['reportTime', '报告时间'],
  ['receiptNo', '受案或回执编号'],
  ['supervisorTold', '告知督导时间'],
  ['guardianTold', '是否告知监护人'],
  ['followUps', '后续联系'],
  ['answer', '主管部门答复'],
] as const

export const mandatoryReportFields: readonly TemplateField[] = [
  ...agencyHeadFields,
  ...declareFields(null, [
    ['concernNo', '编号'],
    ['childName', '儿童姓名'],
    ['noticedAt', '发现时间'],
    ['noticedPlace', '发现地点'],
    ['observer', '发现人身份'],
    ['concernSort', '初步分类'],
    ['presentDanger', '目前是否有危险'],
    ['factsSeen', '看到和听到的事实'],
    ['childsWords', '孩子的原话'],
    ['questionAsked', '当时怎么问的'],
    ['askedFurther', '又问过', 'condition'],
    ['exchanges', '问答列表', 'list'],
    ['injuries', '伤处'],
    ['peopleAtHome', '家里还有谁'],
    ['otherChildren', '家里其他孩子'],
    ['actionTaken', '当场做了什么'],
    ['evidence', '证据及存放处'],
    ['additions', '后来补充'],
    ['reports', '报告列表', 'list'],
    ['checks', '看望记录'],
    ['aftercareChild', '孩子的后续照顾'],
    ['aftercareWorker', '同事的后续支持'],
    ['closing', '结案时间和理由'],
  ]),
  ...declareFields('exchanges', [
    ['asked', '问的话'],
    ['answered', '答的原话'],
  ]),
  ...declareFields('reports', reportColumns),
]

/** PAP-28: the form to write on where there is no device at hand: whose form it is, and nothing else. */
export function buildBlankReport(input: PaperOfAgency): Paper {
  return {
    form: 'mandatoryReport',
    title: input.wording.translate('paperwork:formName.mandatoryReport'),
    values: {
      ...blankValues(mandatoryReportFields, () => 3),
      askedFurther: true,
      ...writeDays(fillAgencyHead(input), input.wording),
    },
  }
}

/** The paper of one concern, as it stands. Pure; what is not recorded stays a space to write in. */
export function buildMandatoryReport(input: MandatoryReportInput): Paper {
  const { its, wording } = input
  const name = wording.translate('paperwork:formName.mandatoryReport')
  const no = its.id.slice(-8).toUpperCase()
  return {
    form: 'mandatoryReport',
    title: `${name} ${no}`,
    values: {
      ...writeDays(fillAgencyHead(input), wording),
      ...{ concernNo: no, ...fillFacts(input), ...fillCare(its) },
    },
  }
}

function fillFacts({ its, reports, wording: { translate } }: MandatoryReportInput): FieldValues {
  const say = (room: string, word: string | null) =>
    word === null ? '' : translate(`safety:${room}.${word}`)
  return {
    childName: its.childName,
    noticedAt: writeMoment(its.noticedAt),
    noticedPlace: its.place,
    observer: say('observer', its.observer),
    concernSort: say('sort', its.sort),
    presentDanger: say('danger', its.presentDanger),
    factsSeen: its.factsSeen,
    childsWords: quoteWords(its.childsWords),
    questionAsked: its.questionAsked,
    askedFurther: Object.keys(its.exchanges).length > 0,
    exchanges: inOrder(its.exchanges).map(([, { asked, words }]) => ({
      asked,
      answered: quoteWords(words),
    })),
    injuries: inOrder(its.injuries)
      .map(([, { side, words }], index) => `${index + 1} ${say('body', side)} ${words}`)
      .join('\n'),
    peopleAtHome: its.atHome,
    otherChildren: its.otherChildren,
    actionTaken: its.actionTaken,
    evidence: its.evidence,
    additions: writeLines(its.additions),
    reports: orBlank(
      reports.map((one) => fillReport(one, say)),
      reportColumns,
      3,
    ),
  }
}

function fillReport(
  report: ConcernReport,
  say: (room: string, word: string | null) => string,
): FieldValues {
  return {
    reportTo: join([say('authority', report.to), report.agency]),
    reportPerson: report.person,
    reportPhone: report.phone,
    reportTime: writeMoment(report.reportedAt),
    receiptNo: report.receiptNo,
    supervisorTold: report.supervisorToldAt === null ? '' : writeMoment(report.supervisorToldAt),
    guardianTold: join([say('told', report.guardianTold), report.guardianReason]),
    followUps: writeLines(report.followUps),
    answer: join([report.answeredOn ?? '', report.answer, report.noAnswer]),
  }
}

function fillCare(its: Concern): FieldValues {
  return {
    checks: writeLines(its.checks),
    aftercareChild: its.aftercareChild,
    aftercareWorker: its.aftercareWorker,
    closing: its.closedAt === null ? '' : join([writeMoment(its.closedAt), its.closingReason]),
  }
}

function join(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ')
}

function inOrder<One>(all: Readonly<Record<string, One>>): readonly (readonly [string, One])[] {
  return Object.entries(all).sort(([left], [right]) => left.localeCompare(right))
}

function writeLines(said: Readonly<Record<string, string>>): string {
  return inOrder(said)
    .map(([at, words]) => `${writeMoment(at)} ${words}`)
    .join('\n')
}

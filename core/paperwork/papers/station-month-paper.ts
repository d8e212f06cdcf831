// The station's monthly report (form-F31): figures reconciled with attendance, and what only a person can write.
import type { StationMonth } from '../../evaluation/station-month/station-month.ts'
import { writeNumber } from '../../evaluation/write-numbers.ts'
import type { Agency } from '../../access/agency.ts'
import type { Wording } from '../../evaluation/write-numbers.ts'
import type { FieldValues } from '../field-values.ts'
import { declareFields, type TemplateField } from '../template-field.ts'
import { fillAgencyHead, fillHeads } from './fill-heads.ts'
import { agencyHeadFields } from './head-fields.ts'
import { stationHeads, type PaperTexts } from './paper-forms.ts'

export interface StationMonthInput {
  readonly agency: Pick<Agency, 'name' | 'county' | 'sample'>
  readonly month: StationMonth
  readonly texts: PaperTexts
  readonly madeOn: string
  readonly madeBy: string
  readonly wording: Wording
}

export const stationMonthFields: readonly TemplateField[] = [
  ...agencyHeadFields,
  ...declareFields(null, [
    ['month', '月份'],
    ['persons', '服务人数'],
    ['servedFamilies', '涉及家庭'],
    ['children', '儿童'],
    ['under6', '六岁以下'],
    ['from6To12', '六至十二岁'],
    ['from13To17', '十三至十七岁'],
    ['ageNotKnown', '年龄待补'],
    ['parents', '父母'],
    ['caregivers', '照护人'],
    ['female', '女'],
    ['male', '男'],
    ['sexNotKnown', '性别未登记'],
    ['openFamilies', '在册家庭'],
    ['newFamilies', '新登记家庭'],
    ['running', '开展中小组'],
    ['started', '本月开组'],
    ['closed', '本月结组'],
    ['meetingsHeld', '活动节数'],
    ['sessions', '活动场次'],
    ['calledOff', '未开展节数'],
    ['hours', '服务时数'],
    ['live', '实时参与人次'],
    ['inPerson', '到场人次'],
    ['liveRemote', '在线人次'],
    ['watchedLater', '补看人次'],
    ['represented', '代为参加人次'],
    ['absent', '缺席人次'],
    ['unmarked', '未签到人次'],
    ['childSheets', '儿童问卷'],
    ['adultSheets', '成人问卷'],
    ['contactsReached', '联系上次数'],
    ['contactsTried', '没联系上次数'],
    ['satisfaction', '满意度'],
    ['staffCount', '在岗人数'],
    ['mainWork', '主要工作'],
    ['problems', '问题与困难'],
    ['nextMonth', '下月计划'],
    ['agrees', '核对一致', 'condition'],
    ['groups', '小组列表', 'list'],
    ['meetings', '活动列表', 'list'],
    ['checks', '核对列表', 'list'],
  ]),
  ...declareFields('groups', [
    ['groupCode', '小组编号'],
    ['groupTitle', '小组名称'],
    ['groupMeetings', '举行节数'],
    ['groupHours', '小组时数'],
    ['groupPersons', '参加人数'],
    ['groupTimes', '实时人次'],
  ]),
  ...declareFields('meetings', [
    ['meetingDate', '日期'],
    ['meetingGroup', '所属小组'],
    ['meetingTheme', '活动'],
    ['meetingMinutes', '分钟'],
    ['meetingTimes', '参与人次'],
  ]),
  ...declareFields('checks', [['check', '核对']]),
]

/** Every figure under a name of its own, so that a station's own form can take what it asks for. */
export function fillStationMonth(input: StationMonthInput): FieldValues {
  const { month, wording } = input
  return {
    ...fillAgencyHead(input),
    ...fillHeads(stationHeads, input.texts),
    month: writeMonth(month.month, wording),
    ...asTexts({ ...month.served, servedFamilies: month.served.families }),
    ...asTexts(month.total.byMode),
    ...asTexts({
      openFamilies: month.families.open,
      newFamilies: month.families.registered,
      running: month.groups.running,
      started: month.groups.started,
      closed: month.groups.closed,
      meetingsHeld: month.meetings.length,
      sessions: month.sessions,
      calledOff: month.calledOff,
      live: month.total.live,
      unmarked: month.total.unmarked,
      childSheets: month.questionnaires.children,
      adultSheets: month.questionnaires.adults,
      contactsReached: month.contacts.reached,
      contactsTried: month.contacts.tried,
      staffCount: month.staff,
    }),
    hours: writeNumber(month.minutes / 60, 1),
    satisfaction: writeSatisfaction(input),
    agrees: month.checks.every(({ agrees }) => agrees),
    ...fillLists(input),
  }
}

function asTexts(counts: Readonly<Record<string, number>>): FieldValues {
  return Object.fromEntries(Object.entries(counts).map(([id, count]) => [id, String(count)]))
}

function writeMonth(month: string, { language, translate }: Wording): string {
  const [year = '', number = ''] = month.split('-')
  const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })
  const day = new Date(`${month}-01T00:00:00Z`)
  return translate('paperwork:paper.month', {
    year,
    month: language === 'en' ? name.format(day) : Number(number),
  })
}

function writeSatisfaction({ month, wording }: StationMonthInput): string {
  const { translate } = wording
  const rated = month.satisfaction
  return rated === null
    ? translate('evaluation:month.nobodyRated')
    : translate('evaluation:month.rated', {
        mean: writeNumber(rated.mean, 1),
        max: rated.max,
        n: rated.n,
      })
}

function fillLists({ month, wording }: StationMonthInput): FieldValues {
  const { translate } = wording
  const codeOf = (groupId: string): string =>
    month.groups.each.find((one) => one.groupId === groupId)?.code ?? ''
  return {
    groups: month.groups.each.map((group) => ({
      groupCode: group.code,
      groupTitle: group.title,
      groupMeetings: String(group.meetingsHeld),
      groupHours: writeNumber(group.minutes / 60, 1),
      groupPersons: String(group.persons),
      groupTimes: translate('evaluation:month.ofExpected', {
        live: group.live,
        expected: group.expected,
      }),
    })),
    meetings: month.meetings.map((meeting) => ({
      meetingDate: meeting.heldOn,
      meetingGroup: codeOf(meeting.groupId),
      meetingTheme: translate('evaluation:month.meetingName', {
        no: meeting.no,
        theme: meeting.theme,
      }),
      meetingMinutes: String(meeting.minutes),
      meetingTimes: translate('evaluation:month.ofExpected', {
        live: meeting.live,
        expected: meeting.expected,
      }),
    })),
    checks: month.checks.map(({ id, agrees, reported, found }) => ({
      check: translate(`evaluation:month.check.${id}.${agrees ? 'agrees' : 'differs'}`, {
        reported,
        found,
      }),
    })),
  }
}

// What a family's papers print beyond its file: one visit, one plan and one profile, each with something under every head.
import { goal } from '../../assessment/goals/goal.ts'
import { describePlan } from '../../assessment/plan/describe-plan.ts'
import { servicePlan } from '../../assessment/plan/service-plan.ts'
import {
  called,
  childSays,
  codeNamed,
  mark,
  motherSays,
  seen,
  talk,
  allOf,
} from '../../assessment/profile/cases/pair-world.ts'
import {
  evidenceWith,
  grandmotherCares,
  judged,
  profileOf,
} from '../../assessment/profile/cases/profile-world.ts'
import { describeProfile } from '../../assessment/profile/describe-profile.ts'
import { idOf, ids, pairWith, stay } from '../../families/cases/family-world.ts'
import { describeHomeVisit } from '../../inquiry/observation/describe-home-visit.ts'
import { homeVisit } from '../../inquiry/observation/home-visit.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import type { FamilyPaperInput } from '../papers/family/family-paper-input.ts'
import { fullFile } from './family-paper-world.ts'

const today = '2026-06-01'
const mother = pairWith(ids.mother, 'mother')
const contactId = idOf(940)

export function theVisit(): NonNullable<FamilyPaperInput['visit']> {
  const fields = {
    familyId: ids.family,
    childIds: [ids.child],
    visitorId: ids.staff,
    ...{ onDay: '2026-05-20', at: '16:30', minutes: 50, withWords: '村儿童主任' },
    ...{ atHomeIds: [ids.grandmother], atHomeWords: '邻居一位' },
    ...{ household: '李小明和奶奶住在一起', environment: '灶房和卧室分开，院里有水井' },
    safety: { adultAtNight: 'yes', water: 'no', fireAndGas: 'notSeen' },
    safetyNotes: { water: '井盖坏了一半' },
    contactEntryIds: [contactId],
    ...{ contactWords: '周日打过视频', school: '班主任说上课走神', moodFace: 2 },
    ...{ moodWords: '想妈妈的时候就看照片', seen: '李小明写完作业自己收拾书包' },
    ...{ said: '“陈芳过年才回来”', inference: '奶奶愿意帮忙提醒通话', nextOn: '2026-06-20' },
    actions: { a: { what: '修好井盖', who: '奶奶', byDay: '2026-05-25', doneOn: null } },
  }
  return describeHomeVisit({
    visit: { ...homeVisit.read(fieldsAsJson(fields)), id: idOf(941) },
    people: fullFile().people,
    staff: [{ id: ids.staff, name: 'Worker A (fictional)' }],
    pairs: [mother],
    contactEntries: [
      {
        ...{ id: contactId, pairId: mother.id, on: '2026-05-17', startedBy: 'adult' },
        ...{ channel: 'videoCall', minutes: 12, reached: true },
      },
    ],
    today,
  })
}

export function thePlan(): NonNullable<FamilyPaperInput['plan']> {
  const levels = {
    ...{ muchLess: '不联系', less: '有时联系', expected: '每周一次' },
    ...{ more: '每周两次', muchMore: '每周三次以上' },
  }
  const its = {
    familyId: ids.family,
    ...{
      text: '李小明每周主动打一次电话',
      setOn: '2026-05-20',
      forWhom: 'child',
      whoDoes: '李小明',
    },
    ...{ measure: '联系记录', baseline: '一个月一次', dueOn: '2026-08-20' },
    reviewOn: ['2026-07-01'],
    ...levels,
  }
  const call = { ...goal.read(fieldsAsJson(its)), id: idOf(950) }
  const fields = {
    familyId: ids.family,
    pairId: mother.id,
    ...{ begunOn: '2026-05-20', problem: '通话少，一说就吵', aim: '每周能好好说上话' },
    targets: ['initiative', 'emotionTone'],
    strategies: { child: '练习开头的一句话', guardian: '奶奶提醒通话时间' },
    collaborators: { a: { name: '班主任', does: '留意情绪' } },
    ...{ workerRole: '每两周家访一次', clientRole: '每周打一次电话' },
    actions: { a: { what: '约好通话时间', who: '陈芳', dueOn: '2026-05-30', doneOn: null } },
    goalIds: [call.id],
    ...{ evidenceIds: ['law-minors'], reviewEveryWeeks: 4, nextReviewOn: '2026-06-17' },
    ...{ childAgreedOn: '2026-05-20', seenOn: '2026-05-21', opinion: '目标具体，同意' },
  }
  const described = describePlan({
    plan: { ...servicePlan.read(fieldsAsJson(fields)), id: idOf(951) },
    goals: [call],
    ratings: [],
    reviews: [],
    people: fullFile().people,
    pairs: [mother],
    today,
  })
  const law = '全国人民代表大会常务委员会. 中华人民共和国未成年人保护法[Z]. 2024.'
  const sources = [{ line: law, limits: '局限：每周一次是底线' }]
  return { described, sources, seenBy: '王督导' }
}

export function theAssessment(): NonNullable<FamilyPaperInput['assessment']> {
  const childTalk = talk(901, ids.child, 'child')
  const broken = codeNamed('trustBroken')
  const said = mark(911, childTalk.id, broken, '说好暑假接我去的，陈芳没有来。')
  const profile = profileOf({
    ...judged,
    causes: { distance: { starter: 'distance', words: '', how: '一年见一次' } },
    harms: { learning: { starter: 'learning', words: '', how: '上课走神' } },
    links: {
      a: {
        ...{ of: 'cause', to: 'distance', strength: 'strong', why: '' },
        evidence: { of: 'quotation', spanId: said.id },
      },
    },
    strengths: { a: { kind: 'helpers', words: '奶奶愿意帮忙', spanId: null } },
    ...{
      childWords: '想让妈妈多打电话',
      adultWords: '下班晚，怕吵醒孩子',
      guardianWords: '孩子懂事',
    },
    sides: { physical: '轻度哮喘', support: '奶奶、班主任' },
    ...{ summarySelf: '内向', summaryFamily: '隔代照护', summarySocial: '学校支持' },
    priorities: ['target:trust', 'cause:distance'],
    ...{ priorityWords: '孩子最在意说话算数', riskWords: '夏天留意水井', theory: '社会学习理论' },
  })
  const live = evidenceWith({
    sheets: [childSays(allOf('trust', 2)), motherSays(allOf('trust', 5))],
    interviews: [childTalk],
    codes: [broken],
    spans: [said],
    contacts: [called(3, { startedBy: 'adult' })],
    episodes: [seen(921)],
    stays: [stay(ids.mother)],
  })
  return {
    profile: describeProfile(profile, {
      pair: mother,
      live,
      guardianships: [grandmotherCares],
    }),
    settledBy: '',
  }
}

/** With a record under every head. */
export function withRecords(): Pick<FamilyPaperInput, 'visit' | 'plan' | 'assessment' | 'adultId'> {
  return { visit: theVisit(), plan: thePlan(), assessment: theAssessment(), adultId: ids.mother }
}

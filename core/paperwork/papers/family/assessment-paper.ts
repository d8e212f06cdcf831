// The assessment of one child and one adult (form-F16), short and full: what both sides say, what the records show, and what people judge.
import type {
  DescribedCause,
  DescribedHarm,
  DescribedProfile,
  DescribedTarget,
} from '../../../assessment/profile/describe-profile.ts'
import { strengthIds } from '../../../assessment/profile/cause-ids.ts'
import { needs, risks } from '../../../assessment/profile/profile-parts.ts'
import type { Translate, Wording } from '../../../evaluation/write-numbers.ts'
import { programmeTargets } from '../../../inquiry/programme-targets.ts'
import { ageOn } from '../../../kit/dates.ts'
import type { FieldValues } from '../../field-values.ts'
import { declareFields, type TemplateField } from '../../template-field.ts'
import { drawPictures, pictureFields } from '../family-drawing.ts'
import { blankRows } from '../fill-heads.ts'
import { familyHeadFields } from '../head-fields.ts'
import { type KnownPerson, placeOf, relationKey, stayOf } from './bonds.ts'
import type { FamilyPaperInput } from './family-paper-input.ts'
import { tick } from './ticks.ts'
import {
  writeApart,
  writeEpisodes,
  writeEvidence,
  writeLog,
  writeQuotations,
  writeScores,
} from './write-evidence.ts'

const causeColumns = [
  ['cause', '原因'],
  ['causeHow', '原因说明'],
  ['causeEvidence', '原因的依据'],
] as const
const harmColumns = [
  ['harm', '影响'],
  ['harmHow', '影响说明'],
  ['harmEvidence', '影响的依据'],
] as const

export const assessmentFields: readonly TemplateField[] = [
  ...familyHeadFields,
  ...declareFields(null, [
    ['childName', '儿童姓名'],
    ['childSex', '儿童性别'],
    ['childAge', '儿童年龄'],
    ['childSchool', '儿童学校'],
    ['adultName', '家长姓名'],
    ['adultRelation', '家长与儿童关系'],
    ['adultAway', '家长外出情况'],
    ['profileNo', '第几次预估'],
    ['begunOn', '开始日期'],
    ['settledOn', '定稿日期'],
    ['settledBy', '定稿人'],
    ['evidenceOn', '资料截止日期'],
    ['guardianshipGrade', '监护情况评估'],
    ['childWords', '孩子自己的话'],
    ['adultWords', '家长的话'],
    ['guardianWords', '照护人的话'],
    ['targets', '各方面列表', 'list'],
    ['hasApart', '有说法不一', 'condition'],
    ['apart', '说法不一列表', 'list'],
    ['causes', '原因列表', 'list'],
    ['harms', '影响列表', 'list'],
    ['strengths', '优势列表', 'list'],
    ['physical', '身体方面'],
    ['psychological', '心理方面'],
    ['support', '支持网络'],
    ['efforts', '已做的努力'],
    ['resources', '资源'],
    ['summarySelf', '个人小结'],
    ['summaryFamily', '家庭小结'],
    ['summarySocial', '社会系统小结'],
    ['priorities', '优先次序列表', 'list'],
    ['priorityWords', '排序理由'],
    ['risk', '风险程度'],
    ['riskWords', '风险说明'],
    ['theory', '理论'],
    ...pictureFields,
  ]),
  ...declareFields('targets', [
    ['target', '方面'],
    ['need', '需要程度'],
    ['needWords', '判断和理由'],
    ['scores', '两边得分'],
    ['quoted', '访谈原话'],
    ['observed', '观察到的'],
  ]),
  ...declareFields('apart', [['difference', '不一致']]),
  ...declareFields('causes', causeColumns),
  ...declareFields('harms', harmColumns),
  ...declareFields('strengths', [
    ['strengthKind', '优势类别'],
    ['strength', '优势'],
  ]),
  ...declareFields('priorities', [
    ['priorityNo', '次序'],
    ['priority', '优先处理'],
  ]),
]

/** Blank under its heads where no profile has been begun: who it is about, the drawing and the grade stand on it all the same. */
export function fillAssessment(input: FamilyPaperInput, child: KnownPerson): FieldValues {
  const { file, madeOn, wording, assessment } = input
  const { translate } = wording
  const profile = assessment?.profile ?? null
  const adult = file.people.find(({ id }) => id === input.adultId) ?? null
  const apart = (profile?.targets ?? []).flatMap(({ disagreements }) =>
    disagreements.map((one) => ({ difference: writeApart(one, wording) })),
  )
  return {
    childName: child.name,
    childSex: child.sex === 'unknown' ? '' : translate(`families:sex.${child.sex}`),
    childAge: child.bornOn === null ? '' : String(ageOn(child.bornOn, madeOn)),
    childSchool: [child.school, child.grade].filter((part) => part !== '').join(' '),
    adultName: adult?.name ?? '',
    adultRelation: adult === null ? '' : translate(relationKey(file, child.id, adult)),
    adultAway: adult === null ? '' : writeAway(input, adult.id, profile),
    profileNo: profile === null ? '' : String(profile.no),
    begunOn: profile?.begunOn ?? '',
    settledOn:
      profile?.state === 'draft' ? translate('paperwork:family.draft') : (profile?.settledOn ?? ''),
    settledBy: assessment?.settledBy ?? '',
    evidenceOn: profile?.evidenceOn ?? '',
    guardianshipGrade: tick(
      ['good', 'fair', 'poor'],
      profile?.grade?.grade == null ? [] : [profile.grade.grade],
      (one) => translate(`assessment:profile.grade.${one}`),
    ),
    childWords: profile?.words.child ?? '',
    adultWords: profile?.words.adult ?? '',
    guardianWords: profile?.words.guardian ?? '',
    targets: programmeTargets.map((target) =>
      fillTarget(
        translate(`groupwork:target.${target}`),
        profile?.targets.find((one) => one.target === target) ?? null,
        wording,
      ),
    ),
    hasApart: apart.length > 0,
    apart,
    ...fillParts(profile, wording),
    ...fillJudgement(profile, translate),
    ...drawPictures(file, child, madeOn, translate),
  }
}

/** Where the adult was when a profile was settled; otherwise where they are now. */
function writeAway(
  { file, madeOn, wording }: FamilyPaperInput,
  adultId: string,
  profile: DescribedProfile | null,
): string {
  const stay =
    profile?.state === 'settled' ? (profile.stays[0] ?? null) : stayOf(file, adultId, madeOn)
  if (stay === null) return ''
  const place = placeOf(stay) || wording.translate('paperwork:paper.where.away')
  return [place, stay.since ?? ''].filter((part) => part !== '').join(' ')
}

function fillTarget(name: string, found: DescribedTarget | null, wording: Wording): FieldValues {
  const { translate } = wording
  const judgement = found?.judgement ?? null
  return {
    target: name,
    need: tick(
      needs,
      judgement === null ? [] : [judgement.need],
      (one) => translate(`assessment:profile.need.${one}`),
      '\n',
    ),
    needWords: [judgement?.words ?? '', judgement?.reason ?? '']
      .filter((part) => part !== '')
      .join('\n'),
    scores: found === null ? '' : writeFigures(found, wording),
    quoted: found === null ? '' : writeQuotations(found.quotations, translate),
    observed: found === null ? '' : writeEpisodes(found.episodes),
  }
}

function writeFigures({ scores, log }: DescribedTarget, wording: Wording): string {
  const lines = [
    writeScores(scores, wording),
    ...(log === null ? [] : [writeLog(log, wording.translate)]),
  ]
  return lines.filter((line) => line !== '').join('\n')
}

const spareParts = 3

function fillParts(profile: DescribedProfile | null, wording: Wording): FieldValues {
  const { translate } = wording
  const causes = (profile?.causes ?? []).map((one) => ({
    cause: nameOf(one, 'cause', translate),
    causeHow: one.how,
    causeEvidence: writeEvidence(one, wording),
  }))
  const harms = (profile?.harms ?? []).map((one) => ({
    harm: nameOf(one, 'harm', translate),
    harmHow: one.how,
    harmEvidence: writeEvidence(one, wording),
  }))
  const spare = (columns: readonly (readonly [string, string])[], known: number) =>
    blankRows(
      columns.map(([id]) => id),
      Math.max(0, spareParts - known),
    )
  const strengths = profile?.strengths ?? []
  return {
    causes: [...causes, ...spare(causeColumns, causes.length)],
    harms: [...harms, ...spare(harmColumns, harms.length)],
    strengths: strengthIds.map((kind) => ({
      strengthKind: translate(`assessment:profile.strengthOf.${kind}`),
      strength: strengths
        .filter((one) => one.kind === kind)
        .map(({ words }) => words)
        .join('\n'),
    })),
    priorities: (profile?.priorities ?? []).map((one, index) => ({
      priorityNo: String(index + 1),
      priority: namePriority(one, profile, translate),
    })),
  }
}

function fillJudgement(profile: DescribedProfile | null, translate: Translate): FieldValues {
  return {
    physical: profile?.sides.physical ?? '',
    psychological: profile?.sides.psychological ?? '',
    support: profile?.sides.support ?? '',
    efforts: profile?.sides.efforts ?? '',
    resources: profile?.sides.resources ?? '',
    summarySelf: profile?.summary.self ?? '',
    summaryFamily: profile?.summary.family ?? '',
    summarySocial: profile?.summary.social ?? '',
    priorityWords: profile?.priorityWords ?? '',
    risk: tick(risks, profile?.risk == null ? [] : [profile.risk], (one) =>
      translate(`assessment:profile.risk.${one}`),
    ),
    riskWords: profile?.riskWords ?? '',
    theory: profile?.theory ?? '',
  }
}

function nameOf(
  { words, starter }: DescribedCause | DescribedHarm,
  of: 'cause' | 'harm',
  translate: Translate,
): string {
  if (words !== '') return words
  return starter === null ? '' : translate(`assessment:profile.${of}.${starter}`)
}

/** `target:<id>`, `cause:<id>` or `harm:<id>`. */
function namePriority(
  priority: string,
  profile: DescribedProfile | null,
  translate: Translate,
): string {
  const at = priority.indexOf(':')
  const [of, key] = [priority.slice(0, at), priority.slice(at + 1)]
  if (of === 'target') return translate(`groupwork:target.${key}`)
  const cause = of === 'cause' ? profile?.causes.find(({ id }) => id === key) : undefined
  if (cause !== undefined) return nameOf(cause, 'cause', translate)
  const harm = profile?.harms.find(({ id }) => id === key)
  return harm === undefined ? '' : nameOf(harm, 'harm', translate)
}

import {
  type ComparedPart,
  type ComparedTarget,
  compareProfiles,
} from '../../../core/assessment/profile/compare-profiles.ts'
import type {
  DescribedCause,
  DescribedHarm,
} from '../../../core/assessment/profile/describe-profile.ts'
import type { Judgement } from '../../../core/assessment/profile/profile-parts.ts'
import type { PairProfileEntry } from '../../../core/assessment/profile/profile-shape.ts'
import { readWords } from '../../../core/inquiry/words.ts'
import { currentLanguage, formatNumber, Section, text } from '../../kit/index.ts'
import {
  nameGrade,
  namePart,
  nameSide,
  nameTarget,
  type PartOf,
  writeItem,
  writeScore,
} from './profile-words.ts'
import styles from './profile.module.css'
import { nameVersion } from './profile-versions.tsx'
import type { ProfileInHand } from './use-profile.ts'

/** What is not the same in two versions, the older one on the left. */
export function CompareView({
  inHand,
  before,
}: {
  readonly inHand: ProfileInHand
  readonly before: PairProfileEntry
}) {
  const { profile, described, describe } = inHand
  const found = compareProfiles(describe(before), described)
  const names = [nameVersion(before), nameVersion(profile)] as const
  const isSame = [found.targets, found.causes, found.harms, found.words].every(
    ({ length }) => length === 0,
  )
  return (
    <Section
      title={text('assessment:profile.compareTitle')}
      hint={text('assessment:profile.compareHint')}
    >
      {isSame && found.risk === null && found.grade === null && (
        <p className={styles.fine}>{text('assessment:profile.compareSame')}</p>
      )}
      {found.targets.map((one) => (
        <TargetChange key={one.target} one={one} names={names} />
      ))}
      <PartChanges of="cause" parts={found.causes} names={names} />
      <PartChanges of="harm" parts={found.harms} names={names} />
      {found.grade !== null && (
        <Change
          title={text('assessment:profile.gradeTitle')}
          names={names}
          before={[nameGrade(found.grade.before)]}
          after={[nameGrade(found.grade.after)]}
        />
      )}
      {found.risk !== null && (
        <Change
          title={text('assessment:fields.risk')}
          names={names}
          before={[nameRisk(found.risk.before)]}
          after={[nameRisk(found.risk.after)]}
        />
      )}
      {found.words.map(({ field, before: older, after: newer }) => (
        <Change
          key={field}
          title={text(`assessment:fields.${field}`)}
          names={names}
          before={[older]}
          after={[newer]}
        />
      ))}
    </Section>
  )
}

type Names = readonly [string, string]

function nameRisk(risk: 'none' | 'watch' | 'raise' | null): string {
  return risk === null ? '' : text(`assessment:profile.risk.${risk}`)
}

function TargetChange({ one, names }: { readonly one: ComparedTarget; readonly names: Names }) {
  const lines = (which: 'before' | 'after'): readonly string[] => [
    ...(one.judgement === null ? [] : writeJudgement(one.judgement[which])),
    ...one.scores.map((score) => {
      const its = score[which]
      return text('assessment:profile.item.score', {
        title: readWords(score.title, currentLanguage()),
        who: nameSide(score.side),
        score: its === null ? '–' : writeScore(its),
      })
    }),
    ...(one.perWeek === null
      ? []
      : [
          text('assessment:profile.perWeekThen', {
            perWeek: one.perWeek[which] === null ? '–' : formatNumber(one.perWeek[which], 1),
          }),
        ]),
  ]
  return (
    <Change
      title={nameTarget(one.target)}
      names={names}
      before={lines('before')}
      after={lines('after')}
    />
  )
}

function writeJudgement(judgement: Judgement | null): readonly string[] {
  if (judgement === null) return [text('assessment:profile.notJudged')]
  const { need, words, reason } = judgement
  return [text(`assessment:profile.need.${need}`), words, reason].filter((one) => one !== '')
}

function PartChanges<Part extends DescribedCause | DescribedHarm>({
  of,
  parts,
  names,
}: {
  readonly of: PartOf
  readonly parts: readonly ComparedPart<Part>[]
  readonly names: Names
}) {
  const lines = (part: Part | null): readonly string[] =>
    part === null
      ? []
      : [
          ...(part.how === '' ? [] : [part.how]),
          ...part.links.map(({ strength, item }) =>
            [
              text(`assessment:profile.strength.${strength}`),
              item === null ? text('assessment:profile.board.gone') : writeItem(item),
            ].join(' '),
          ),
          ...(part.assumed ? [text('assessment:profile.board.assumed')] : []),
        ]
  return parts.map(({ id, change, before, after }) => {
    const named = after ?? before
    return (
      <Change
        key={id}
        title={text(`assessment:profile.compared.${change}`, {
          name: named === null ? '' : namePart(of, named),
        })}
        names={names}
        before={lines(before)}
        after={lines(after)}
      />
    )
  })
}

function Change({
  title,
  names,
  before,
  after,
}: {
  readonly title: string
  readonly names: Names
  readonly before: readonly string[]
  readonly after: readonly string[]
}) {
  const sides = [
    { name: names[0], lines: before },
    { name: names[1], lines: after },
  ]
  return (
    <article className={styles.card} aria-label={title}>
      <h3 className={styles.cardTitle}>{title}</h3>
      <div className={styles.both}>
        {sides.map(({ name, lines }) => (
          <div key={name} className={styles.side}>
            <p className={styles.sideName}>{name}</p>
            {lines.filter((words) => words !== '').length === 0 && (
              <p className={styles.fine}>{text('assessment:profile.nothingThen')}</p>
            )}
            {lines
              .filter((words) => words !== '')
              .map((words) => (
                <p key={words} className={styles.words}>
                  {words}
                </p>
              ))}
          </div>
        ))}
      </div>
    </article>
  )
}

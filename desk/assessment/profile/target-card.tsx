import { Anchor, Badge } from '@mantine/core'
import { Link } from 'react-router'
import type { ProgrammeTarget } from '../../../core/inquiry/programme-targets.ts'
import { formatDay, formatNumber, text } from '../../kit/index.ts'
import { nameTarget, writeDisagreement } from './profile-words.ts'
import styles from './profile.module.css'
import { takeReasons } from './take-reasons.ts'
import { SuggestionNote } from './suggestion-note.tsx'
import { TargetJudgement } from './target-judgement.tsx'
import { TargetSide } from './target-side.tsx'
import type { ProfileInHand } from './use-profile.ts'

/** One target: what both sides answered, said and did, where that does not agree, and what the worker judges. */
export function TargetCard({
  inHand,
  target,
}: {
  readonly inHand: ProfileInHand
  readonly target: ProgrammeTarget
}) {
  const described = inHand.described.targets.find((one) => one.target === target)
  if (described === undefined) return null
  const { judgement, disagreements, log, reasons } = described
  const sides = (['child', 'adult', 'other'] as const).filter(
    (side) => side !== 'other' || described.scores.some(({ other }) => other !== null),
  )
  return (
    <article className={styles.card} aria-label={nameTarget(target)}>
      <div className={styles.cardHead}>
        <h3 className={styles.cardTitle}>{nameTarget(target)}</h3>
        {judgement !== null && (
          <Badge color={judgement.need === 'strong' ? 'kite' : 'gray'} variant="light" tt="none">
            {text(`assessment:profile.need.${judgement.need}`)}
          </Badge>
        )}
      </div>
      <div className={styles.sides}>
        {sides.map((side) => (
          <TargetSide key={side} inHand={inHand} described={described} side={side} />
        ))}
      </div>
      {log !== null && (
        <p className={styles.fine}>
          {text('assessment:profile.log', { from: formatDay(log.from), to: formatDay(log.to) })}{' '}
          {text('assessment:profile.logFigure', {
            reached: log.reached,
            missed: log.missed,
            perWeek: formatNumber(log.perWeek, 1),
            child: log.startedBy.child,
            adult: log.startedBy.adult,
          })}
          {log.startedBy.caregiver > 0 &&
            ` ${text('assessment:profile.logCaregiver', { count: log.startedBy.caregiver })}`}
          {log.startedBy.unknown > 0 &&
            ` ${text('assessment:profile.logUnknown', { count: log.startedBy.unknown })}`}
        </p>
      )}
      {[...new Set(disagreements.map(writeDisagreement))].map((words) => (
        <p key={words} className={styles.apart}>
          <b>{text('assessment:profile.apartMark')}</b> {words}
        </p>
      ))}
      <SuggestionNote
        inHand={inHand}
        suggestionKey={`target:${target}`}
        name={nameTarget(target)}
        reasons={reasons}
        onAccept={(present) => takeReasons(present, target, reasons)}
      />
      <TargetJudgement
        inHand={inHand}
        target={target}
        judgement={judgement}
        beside={
          inHand.record !== null && (
            <Anchor
              component={Link}
              to={`/assessment/families/${inHand.pair.familyId}/goals?new=1&pair=${inHand.pair.id}&target=${target}&profile=${inHand.profile.id}`}
              aria-label={text('assessment:profile.makeGoalOf', { name: nameTarget(target) })}
            >
              {text('assessment:profile.makeGoal')}
            </Anchor>
          )
        }
      />
    </article>
  )
}

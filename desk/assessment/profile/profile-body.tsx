import { programmeTargets } from '../../../core/inquiry/programme-targets.ts'
import { Section, text } from '../../kit/index.ts'
import { GradeSection } from './grade-section.tsx'
import { OwnWords } from './own-words.tsx'
import { PartBoard } from './part-board.tsx'
import { ProfileHead } from './profile-head.tsx'
import styles from './profile.module.css'
import { SettleSection } from './settle-section.tsx'
import { StrengthsSection } from './strengths-section.tsx'
import { SummarySection } from './summary-section.tsx'
import { TargetCard } from './target-card.tsx'
import { UnclearWords } from './unclear-words.tsx'
import type { ProfileInHand } from './use-profile.ts'

export function ProfileBody({ inHand }: { readonly inHand: ProfileInHand }) {
  return (
    <>
      <ProfileHead inHand={inHand} />
      <Section
        title={text('assessment:profile.targetsTitle')}
        hint={text('assessment:profile.targetsHint')}
      >
        <div className={styles.targets}>
          {programmeTargets.map((target) => (
            <TargetCard key={target} inHand={inHand} target={target} />
          ))}
        </div>
      </Section>
      <UnclearWords inHand={inHand} />
      <PartBoard inHand={inHand} of="cause" />
      <PartBoard inHand={inHand} of="harm" />
      <StrengthsSection inHand={inHand} />
      <OwnWords inHand={inHand} />
      <GradeSection inHand={inHand} />
      <SummarySection inHand={inHand} />
      <SettleSection inHand={inHand} />
    </>
  )
}

import { Alert } from '@mantine/core'
import { assessedSides, risks } from '../../../core/assessment/profile/profile-parts.ts'
import { DoingNote, Icon, Section, SegmentedChoice, text, useDoing } from '../../kit/index.ts'
import { Priorities } from './priorities.tsx'
import { ProfileField, ProfileText } from './profile-text.tsx'
import styles from './profile.module.css'
import type { ProfileInHand } from './use-profile.ts'

/** The parts of form-F16 that nobody can work out: five sides, the summary on three levels, what comes first, risk, theory. */
export function SummarySection({ inHand }: { readonly inHand: ProfileInHand }) {
  return (
    <>
      <Section
        title={text('assessment:profile.sidesTitle')}
        hint={text('assessment:profile.sidesHint')}
      >
        <div className={styles.both}>
          {assessedSides.map((side) => (
            <div key={side}>
              <ProfileText
                inHand={inHand}
                name={`sides:${side}`}
                label={text(`assessment:profile.sideOf.${side}`)}
                value={inHand.profile.sides[side] ?? ''}
                onSave={(words, was) =>
                  inHand.write(
                    ({ sides }) => ({ sides: { ...sides, [side]: words } }),
                    ({ sides }) => ({ sides: { ...sides, [side]: was } }),
                  )
                }
              />
            </div>
          ))}
        </div>
      </Section>
      <Section
        title={text('assessment:profile.summaryTitle')}
        hint={text('assessment:profile.summaryHint')}
      >
        <ProfileField
          inHand={inHand}
          field="summarySelf"
          label={text('assessment:profile.summarySelf')}
        />
        <ProfileField
          inHand={inHand}
          field="summaryFamily"
          label={text('assessment:profile.summaryFamily')}
        />
        <ProfileField
          inHand={inHand}
          field="summarySocial"
          label={text('assessment:profile.summarySocial')}
        />
        <Priorities inHand={inHand} />
        <ProfileField
          inHand={inHand}
          field="priorityWords"
          label={text('assessment:fields.priorityWords')}
        />
        <Risk inHand={inHand} />
        <ProfileField
          inHand={inHand}
          field="theory"
          label={text('assessment:fields.theory')}
          hint={text('assessment:profile.theoryHint')}
        />
      </Section>
    </>
  )
}

function Risk({ inHand }: { readonly inHand: ProfileInHand }) {
  const doing = useDoing()
  const { risk } = inHand.profile
  return (
    <>
      {inHand.writable ? (
        <SegmentedChoice
          label={text('assessment:fields.risk')}
          options={risks.map((value) => ({
            value,
            label: text(`assessment:profile.risk.${value}`),
          }))}
          value={risk}
          onChange={(value) => void doing.run(() => inHand.write(() => ({ risk: value })))}
        />
      ) : (
        risk !== null && (
          <p style={{ margin: 0 }}>
            <b>{text('assessment:fields.risk')}</b> {text(`assessment:profile.risk.${risk}`)}
          </p>
        )
      )}
      {risk === 'raise' && (
        <Alert color="kite" variant="light" icon={<Icon name="warning" />}>
          {text('assessment:profile.riskRaise')}
        </Alert>
      )}
      <ProfileField inHand={inHand} field="riskWords" label={text('assessment:fields.riskWords')} />
      <DoingNote doing={doing} />
    </>
  )
}

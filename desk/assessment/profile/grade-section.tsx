import { guardianship } from '../../../core/families/guardianship.ts'
import { DoingNote, Section, SegmentedChoice, text, useDoing } from '../../kit/index.ts'
import { useAct, useMay } from '../../sync/index.ts'
import { nameGrade } from './profile-words.ts'
import styles from './profile.module.css'
import type { ProfileInHand } from './use-profile.ts'

const grades = ['good', 'fair', 'poor'] as const

/** The grade of form-F1 with the register's definition. It is kept with the guardianship record and nowhere else. */
export function GradeSection({ inHand }: { readonly inHand: ProfileInHand }) {
  const { described, pair, profile, nameOf } = inHand
  const { grade } = described
  const act = useAct()
  const doing = useDoing()
  const scope = `family:${pair.familyId}`
  const may = useMay('guardianship', 'edit', scope, grade?.guardianshipId ?? '')
  return (
    <Section
      title={text('assessment:profile.gradeTitle')}
      hint={text('assessment:profile.gradeHint')}
    >
      {grade === null ? (
        <p className={styles.fine}>{text('assessment:profile.gradeNobody')}</p>
      ) : (
        <>
          <p style={{ margin: 0 }}>
            {text('assessment:profile.gradeLine', {
              name: nameOf(grade.adultId),
              grade: nameGrade(grade.grade),
            })}
          </p>
          {profile.state === 'draft' && may && (
            <SegmentedChoice
              label={text('assessment:profile.gradeChoose')}
              options={grades.map((value) => ({ value, label: nameGrade(value) }))}
              value={grade.grade}
              onChange={(value) =>
                void doing.run(() =>
                  act({
                    kind: guardianship,
                    recordId: grade.guardianshipId,
                    verb: 'edit',
                    input: {},
                    fields: { grade: value },
                  }),
                )
              }
            />
          )}
        </>
      )}
      <dl className={styles.plain} style={{ paddingInlineStart: 0 }}>
        {grades.map((value) => (
          <div key={value}>
            <dt style={{ fontWeight: 600 }}>{nameGrade(value)}</dt>
            <dd className={styles.fine}>{text(`assessment:profile.gradeMeans.${value}`)}</dd>
          </div>
        ))}
      </dl>
      <DoingNote doing={doing} />
    </Section>
  )
}

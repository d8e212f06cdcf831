import { Alert, Anchor, Button, Group } from '@mantine/core'
import { Link } from 'react-router'
import { caseFile } from '../../../core/casework/case-file.ts'
import { caseFollowUp } from '../../../core/casework/case-follow-up.ts'
import type { CaseSubject } from '../../../core/casework/case-shape.ts'
import { findEarlierCases } from '../../../core/casework/former-case.ts'
import { pair } from '../../../core/families/pair.ts'
import { text } from '../../kit/index.ts'
import { useRecords, useToday } from '../../sync/index.ts'
import styles from '../casework.module.css'
import { FormerWords } from './former-words.tsx'

/** Beside an intake: a case that goes on, or one that has ended and can be opened again instead of a second one. */
export function EarlierNote({ subject }: { readonly subject: CaseSubject }) {
  const { familyId } = subject
  const today = useToday()
  const { goesOn, former } = findEarlierCases(subject, {
    cases: useRecords(caseFile, { familyId }),
    followUps: useRecords(caseFollowUp, { familyId }),
    pairs: useRecords(pair, { familyId }),
    today,
  })
  if (goesOn !== null)
    return (
      <Alert color="yellow" variant="light">
        {text('casework:refusals.CaseGoesOn')}{' '}
        <Anchor component={Link} inherit underline="always" to={`/casework/${goesOn.id}`}>
          {text('casework:again.toCurrent')}
        </Anchor>
      </Alert>
    )
  if (former === null) return null
  return (
    <Alert color="yellow" variant="light">
      <div className={styles.lines}>
        <p className={styles.words}>{text('casework:again.hint')}</p>
        <FormerWords former={former} />
      </div>
      <Group mt="xs">
        <Button
          component={Link}
          to={`/casework/${former.its.id}/again`}
          variant="default"
          size="sm"
        >
          {text('casework:again.open')}
        </Button>
      </Group>
    </Alert>
  )
}

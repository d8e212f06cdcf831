import { Button, Group, Textarea } from '@mantine/core'
import { useNavigate, useParams } from 'react-router'
import { caseFile } from '../../../core/casework/case-file.ts'
import { type CaseFileEntry, hasEnded } from '../../../core/casework/case-shape.ts'
import { findEarlierCases } from '../../../core/casework/former-case.ts'
import { caseFollowUp } from '../../../core/casework/case-follow-up.ts'
import { proposalsAbout, reasonsOf } from '../../../core/evaluation/casework/propose-cases.ts'
import { pair } from '../../../core/families/pair.ts'
import { announce, DoingNote, Form, Page, Section, text } from '../../kit/index.ts'
import {
  useKeptWords,
  useMay,
  useReadLog,
  useRecord,
  useRecords,
  useToday,
} from '../../sync/index.ts'
import styles from '../casework.module.css'
import { MissingCase } from '../missing-case.tsx'
import { useSayInCase } from '../say-in-case.ts'
import { useSubjectNames } from '../use-case.ts'
import { FormerWords } from './former-words.tsx'
import { ReasonWords, sayReason } from './reason-words.tsx'
import { useCaseProposals } from './use-case-proposals.ts'

/** CAS-11: on a proposal, the case that has ended is opened again, with what the rules found today. */
export function ReopenPage() {
  const { caseId = '' } = useParams()
  const its = useRecord(caseFile, caseId)
  useReadLog('family', its?.familyId ?? null)
  if (its !== null) return <ReopenForm its={its} />
  return <MissingCase />
}

function ReopenForm({ its }: { readonly its: CaseFileEntry }) {
  const { familyId } = its
  const navigate = useNavigate()
  const today = useToday()
  const may = useMay('caseFile', 'reopen', `family:${familyId}`)
  const name = useSubjectNames()(its)
  const pairs = useRecords(pair, { familyId })
  const proposals = proposalsAbout(its, useCaseProposals(familyId), pairs)
  const followUps = useRecords(caseFollowUp, { caseId: its.id })
  const { former } = findEarlierCases(its, { cases: [its], followUps, pairs, today })
  const kept = useKeptWords(`case-reopen:${its.id}`, proposals.map(sayReason).join('\n'))
  const { doing, say } = useSayInCase(its.id)
  const reopen = async () => {
    const input = { reason: kept.words, proposedBy: reasonsOf(proposals, today) }
    if (!(await say('reopen', input))) return
    await kept.clear()
    announce({ words: text('casework:again.done') })
    await navigate(`/casework/${its.id}`)
  }
  return (
    <Page
      title={text('casework:again.title', { name })}
      back={{ to: `/casework/${its.id}`, label: text('transfer:toCase') }}
    >
      {former !== null && (
        <Section title={text('casework:again.formerTitle')}>
          <FormerWords former={former} />
          {its.closeWords !== '' && <p className={styles.words}>{its.closeWords}</p>}
          {its.unmetNeeds !== '' && (
            <p className={styles.words}>
              {`${text('casework:fields.unmetNeeds')}: ${its.unmetNeeds}`}
            </p>
          )}
        </Section>
      )}
      {proposals.length > 0 && (
        <Section title={text('casework:intake.why')} hint={text('casework:intake.whyHint')}>
          {proposals.map((one) => (
            <ReasonWords key={one.key} familyId={familyId} reason={one} />
          ))}
        </Section>
      )}
      {hasEnded(its) && may ? (
        <Form
          onSubmit={() => void reopen().catch(reportError)}
          label={text('casework:closing.reopen')}
        >
          <Textarea
            label={text('casework:closing.reopenWhy')}
            autosize
            minRows={2}
            maxLength={1000}
            required
            value={kept.words}
            onChange={({ currentTarget }) => kept.write(currentTarget.value)}
          />
          <DoingNote doing={doing} />
          <Group>
            <Button type="submit" loading={doing.busy}>
              {text('casework:closing.reopen')}
            </Button>
          </Group>
        </Form>
      ) : (
        <p>{text(may ? 'casework:refusals.CaseNotEnded' : 'casework:again.notYours')}</p>
      )}
    </Page>
  )
}

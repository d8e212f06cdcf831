import { Alert, Anchor, Button, Group, Text, Textarea } from '@mantine/core'
import { Link } from 'react-router'
import {
  caseContact,
  type CaseContactEntry,
  waitsForRisk,
} from '../../core/casework/case-contact.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { DoingNote, formatDay, Icon, text, useDoing } from '../kit/index.ts'
import { useAct, useMay, useOpenWords } from '../sync/index.ts'
import styles from './casework.module.css'
import { useStaffNames } from './use-case.ts'

/** CAS-16: a contact marked as to be passed on waits until a person says that it was dealt with. */
export function RiskSettled({ contact }: { readonly contact: CaseContactEntry }) {
  const staffName = useStaffNames()
  const may = useMay('caseContact', 'settleRisk', `family:${contact.familyId}`)
  const { riskSettled, caseId, id } = contact
  if (riskSettled !== null && !waitsForRisk(contact))
    return (
      <div>
        <Text size="sm" c="gray.7">
          {text('casework:contact.settled', {
            day: formatDay(riskSettled.on),
            name: staffName(riskSettled.byId),
          })}
        </Text>
        {riskSettled.words !== '' && <p className={styles.words}>{riskSettled.words}</p>}
      </div>
    )
  if (!waitsForRisk(contact)) return null
  const from = encodeURIComponent(`/casework/${caseId}/contacts/${id}`)
  return (
    <Alert color="kite" variant="light" icon={<Icon name="warning" />}>
      {text('casework:contact.riskWait')}
      <Group mt="xs">
        <Anchor component={Link} to={`/safety/new?from=${from}`}>
          {text('casework:contact.riskGo')}
        </Anchor>
      </Group>
      {may && <SettleForm id={id} />}
    </Alert>
  )
}

function SettleForm({ id }: { readonly id: string }) {
  const act = useAct()
  const doing = useDoing()
  const [words, setWords] = useOpenWords(`caseContact:${id}:settleRisk`)
  if (words === null)
    return (
      <Button variant="default" size="sm" mt="xs" onClick={() => setWords('')}>
        {text('casework:contact.settle')}
      </Button>
    )
  const settle = async () => {
    const change = { kind: caseContact, recordId: id, verb: 'settleRisk', fields: {} }
    const said = await doing.run(() => act({ ...change, input: fieldsAsJson({ words }) }))
    if (said !== null) setWords(null)
  }
  return (
    <>
      <Textarea
        mt="xs"
        label={text('casework:contact.settleWhy')}
        required
        autosize
        maxLength={600}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <DoingNote doing={doing} />
      <Button
        size="sm"
        mt="xs"
        loading={doing.busy}
        disabled={words.trim() === ''}
        onClick={() => void settle().catch(reportError)}
      >
        {text('casework:contact.settleSave')}
      </Button>
    </>
  )
}

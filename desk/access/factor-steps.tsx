import { Button, Code, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { factorMeans, type FactorMeans } from '../../core/access/second-factor.ts'
import type { Outcome } from '../../core/kit/outcome.ts'
import { useDoing } from '../kit/doing.ts'
import { Form } from '../kit/form.tsx'
import { DoingNote } from '../kit/notes.tsx'
import { SegmentedChoice } from '../kit/segmented-choice.tsx'
import { text } from '../kit/text.ts'
import { FactorCodeField } from './factor-code-field.tsx'
import type { BegunFactor } from './factor-shapes.ts'
import { PrintedCodes } from './printed-codes.tsx'
import { type Proof, ProveSelf } from './prove-self.tsx'
import styles from './door.module.css'

export interface FactorStepsProps {
  readonly whose: string
  /** Where somebody is in already: the password is asked once more. At the door it has just been said. */
  readonly asks: { readonly hasFactor: boolean; readonly onClose: () => void } | null
  readonly begin: (by: FactorMeans, proof: Proof) => Promise<Outcome<BegunFactor>>
  /** Answers the codes to print; none where they were printed before. */
  readonly confirm: (code: string) => Promise<Outcome<readonly string[]>>
  readonly onDone: () => void
}

/** Choose, take over, prove, print: the same at the door and in one's own account. */
export function FactorSteps({ whose, asks, begin, confirm, onDone }: FactorStepsProps) {
  const doing = useDoing()
  const [by, setBy] = useState<FactorMeans>('app')
  const [begun, setBegun] = useState<BegunFactor | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const start = async (proof: Proof) => {
    const made = await begin(by, proof)
    if (made.ok) setBegun(made.value)
    return made
  }
  const prove = async (code: string) => {
    const made = await doing.run(() => confirm(code))
    if (made === null) return
    if (made.length === 0) onDone()
    else setCodes(made)
  }
  if (codes !== null) return <PrintStep whose={whose} codes={codes} onDone={onDone} />
  if (begun !== null) return <ProveStep whose={whose} begun={begun} prove={prove} doing={doing} />
  const choice = <MeansChoice by={by} onChange={setBy} />
  if (asks !== null)
    return (
      <ProveSelf {...asks} label={text('access:factor.begin')} onProven={start}>
        {choice}
      </ProveSelf>
    )
  return (
    <Stack>
      {choice}
      <DoingNote doing={doing} />
      <Group>
        <Button
          onClick={() => void doing.run(() => start({ password: '', code: '' }))}
          loading={doing.busy}
        >
          {text('access:factor.begin')}
        </Button>
      </Group>
    </Stack>
  )
}

function MeansChoice({
  by,
  onChange,
}: {
  readonly by: FactorMeans
  readonly onChange: (by: FactorMeans) => void
}) {
  return (
    <>
      <SegmentedChoice
        label={text('access:factor.by')}
        options={factorMeans.map((value) => ({
          value,
          label: text(`access:factor.means.${value}`),
        }))}
        value={by}
        onChange={onChange}
      />
      <Text size="sm">{text(`access:factor.meansHint.${by}`)}</Text>
    </>
  )
}

function ProveStep({
  whose,
  begun,
  prove,
  doing,
}: {
  readonly whose: string
  readonly begun: BegunFactor
  readonly prove: (code: string) => Promise<void>
  readonly doing: ReturnType<typeof useDoing>
}) {
  const [code, setCode] = useState('')
  return (
    <Stack>
      {begun.app === null ? (
        <>
          <Text>{text('access:factor.paperSteps')}</Text>
          <PrintedCodes codes={begun.codes} whose={whose} />
        </>
      ) : (
        <Group align="flex-start" gap="lg">
          <img
            width={190}
            height={190}
            alt={text('access:factor.qr')}
            src={`data:image/svg+xml;utf8,${encodeURIComponent(begun.app.qrSvg)}`}
          />
          <Stack gap="xs" className={styles.beside}>
            <Text>{text('access:factor.appSteps')}</Text>
            <Text size="sm">{text('access:factor.byHand')}</Text>
            <Code block className={styles.secret}>
              {(begun.app.secret.match(/.{1,4}/g) ?? []).join(' ')}
            </Code>
          </Stack>
        </Group>
      )}
      <Form onSubmit={() => void prove(code)}>
        <FactorCodeField
          value={code}
          onChange={setCode}
          label={text(begun.app === null ? 'access:factor.firstCode' : 'access:factor.firstNumber')}
          hint={text(
            begun.app === null ? 'access:factor.firstCodeHint' : 'access:factor.firstNumberHint',
          )}
        />
        <DoingNote doing={doing} />
        <Button type="submit" loading={doing.busy}>
          {text('access:factor.confirm')}
        </Button>
      </Form>
    </Stack>
  )
}

function PrintStep({
  whose,
  codes,
  onDone,
}: Pick<FactorStepsProps, 'whose' | 'onDone'> & { readonly codes: readonly string[] }) {
  return (
    <Stack>
      <Text role="status" fw={600}>
        {text('access:factor.onNow')}
      </Text>
      <Text>{text('access:factor.printHint')}</Text>
      <PrintedCodes codes={codes} whose={whose}>
        <Button onClick={onDone}>{text('access:factor.kept')}</Button>
      </PrintedCodes>
    </Stack>
  )
}

import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { type Consent, consent } from '../../../core/families/consent.ts'
import {
  refuseWithdrawalDay,
  whatIsTakenBack,
  withdrawalWays,
} from '../../../core/families/withdrawal.ts'
import { refuse } from '../../../core/kit/outcome.ts'
import {
  DateField,
  DoingNote,
  Form,
  RestoredNote,
  SegmentedChoice,
  text,
  useDoing,
} from '../../kit/index.ts'
import {
  type KeptDraft,
  type LocalRecord,
  useAct,
  useKeptDraft,
  useToday,
} from '../../sync/index.ts'
import { type FamilyFile, nameOf } from '../use-register.ts'
import { WhatHappens } from './what-happens.tsx'

interface WithdrawProps {
  readonly file: FamilyFile
  readonly decision: LocalRecord<Consent>
}

/** FAM-11, FAM-73: one step and no reason; when and how it was said are noted, for the day decides what was done before it. */
export function Withdraw({ file, decision }: WithdrawProps) {
  const [open, setOpen] = useState(false)
  const title = text('families:consent.withdrawTitle', {
    purpose: text(`families:purpose.${decision.purpose}.short`),
  })
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {text('families:consent.withdraw')}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={title}
        closeButtonProps={{ 'aria-label': text('kit:close') }}
      >
        {open && <OpenForm file={file} decision={decision} onClose={() => setOpen(false)} />}
      </Modal>
    </>
  )
}

const saidShape = z.object({
  /** Null is the day on which it is noted, whenever that is. */
  on: z.string().nullable(),
  way: z.enum(withdrawalWays).nullable(),
  words: z.string(),
})
type Said = z.infer<typeof saidShape>
const nothingSaid: Said = { on: null, way: null, words: '' }
/** Who takes it back by link does so on their own page, which notes it by itself. */
const toldWays = withdrawalWays.filter((way) => way !== 'link')

function OpenForm(props: WithdrawProps & { readonly onClose: () => void }) {
  const draft = useKeptDraft<Said>(`withdraw:${props.decision.id}`, nothingSaid, (kept) => {
    const parsed = saidShape.safeParse(kept)
    return parsed.success ? parsed.data : null
  })
  return draft.value === null ? null : <SaidForm {...props} said={draft.value} draft={draft} />
}

function SaidForm({
  file,
  decision,
  onClose,
  said,
  draft,
}: WithdrawProps & {
  readonly onClose: () => void
  readonly said: Said
  readonly draft: KeptDraft<Said>
}) {
  const act = useAct()
  const doing = useDoing()
  const today = useToday()
  const [asked, setAsked] = useState(false)
  const [discarded, setDiscarded] = useState(false)
  const by = nameOf(file, decision.givenById)
  const { live, notBefore } = whatIsTakenBack(file.consents, decision)
  const on = said.on ?? today
  const set = (part: Partial<Said>) => draft.change({ ...said, ...part })
  const save = async () => {
    setAsked(true)
    const { way } = said
    if (way === null) return
    const taken = await doing.run(async () => {
      const refusal = refuseWithdrawalDay(on === '' ? null : on, notBefore, today)
      if (refusal !== null) return refuse(refusal.id, refusal.details)
      const input = { on, by, way, words: said.words.trim() }
      return act(
        live.map(({ id }) => ({
          ...{ kind: consent, recordId: id, verb: 'withdraw' },
          ...{ input, fields: {} },
        })),
      )
    })
    if (taken === null) return
    await draft.clear()
    onClose()
  }
  return (
    <Form onSubmit={() => void save()}>
      <RestoredNote
        restored={draft.restored && !discarded}
        discard={() => {
          setDiscarded(true)
          draft.change(nothingSaid)
        }}
      />
      <Text>{text('families:consent.withdrawQuestion', { name: by })}</Text>
      <SegmentedChoice
        label={text('families:consent.withdrawWay')}
        options={toldWays.map((value) => ({ value, label: text(`families:consent.way.${value}`) }))}
        value={said.way}
        onChange={(way) => set({ way })}
      />
      <DateField
        label={text('families:consent.withdrawDay')}
        value={on}
        onChange={(day) => set({ on: day ?? '' })}
      />
      <Textarea
        label={text('families:consent.withdrawWords')}
        description={text('families:consent.withdrawWordsHint')}
        maxLength={1000}
        autosize
        minRows={2}
        value={said.words}
        onChange={(event) => set({ words: event.currentTarget.value })}
      />
      <WhatHappens purpose={decision.purpose} since={false} />
      {asked && said.way === null && (
        <Text role="alert" c="kite.8" fw={600}>
          {text('families:consent.withdrawWayMissing', { name: by })}
        </Text>
      )}
      <Stack gap="xs">
        <DoingNote doing={doing} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {text('kit:cancel')}
          </Button>
          <Button type="submit" loading={doing.busy}>
            {text('families:consent.withdraw')}
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}

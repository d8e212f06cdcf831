import { Button, Group, Text } from '@mantine/core'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import { readSheetProgress } from '../../../core/inquiry/sheet-progress.ts'
import { RefusalNote, text, TroubleNote } from '../../kit/index.ts'
import type { OpenSheet } from './use-sheet.ts'

/** The last look before handing in: what is open and what was passed over, by number. */
export function SheetEnd({
  instrument,
  sheet,
  onBack,
  onDone,
}: {
  readonly instrument: Instrument
  readonly sheet: OpenSheet
  readonly onBack?: () => void
  readonly onDone: () => void
}) {
  const { answered, itemCount, open, skipped } = readSheetProgress(instrument, sheet)
  const submit = async () => {
    if (await sheet.submit()) onDone()
  }
  return (
    <>
      <Text fw={600}>{text('inquiry:collect.answered', { answered, all: itemCount })}</Text>
      {open.length > 0 && (
        <Text>
          {text('inquiry:collect.open', { numbers: open.map(({ number }) => number).join(', ') })}
        </Text>
      )}
      {skipped.length > 0 && (
        <Text>
          {text('inquiry:collect.skipped', {
            numbers: skipped.map(({ number }) => number).join(', '),
          })}
        </Text>
      )}
      <SheetTrouble sheet={sheet} />
      <Group>
        {onBack !== undefined && (
          <Button variant="default" onClick={onBack}>
            {text('kit:back')}
          </Button>
        )}
        <Button disabled={answered === 0} onClick={() => void submit()}>
          {text('inquiry:collect.submit')}
        </Button>
      </Group>
    </>
  )
}

export function SheetTrouble({ sheet }: { readonly sheet: OpenSheet }) {
  if (sheet.refusal !== null) return <RefusalNote refusal={sheet.refusal} />
  return sheet.trouble === null ? null : <TroubleNote trouble={sheet.trouble} />
}

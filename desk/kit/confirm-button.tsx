import { Button, type ButtonProps, Group, Modal, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { text } from './text.ts'

export interface ConfirmButtonProps extends ButtonProps {
  /** What will be gone, in one sentence. */
  readonly question: ReactNode
  readonly confirmLabel: string
  readonly onConfirm: () => void
  readonly children: ReactNode
}

/** For what cannot be undone: asks once, and the safe answer has the focus. */
export function ConfirmButton({
  question,
  confirmLabel,
  onConfirm,
  children,
  ...button
}: ConfirmButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" {...button} onClick={() => setOpen(true)}>
        {children}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={text('kit:pleaseConfirm')}
        closeButtonProps={{ 'aria-label': text('kit:close') }}
      >
        <Text component="div">{question}</Text>
        <Group justify="flex-end" mt="md">
          <Button variant="default" data-autofocus onClick={() => setOpen(false)}>
            {text('kit:cancel')}
          </Button>
          <Button
            onClick={() => {
              setOpen(false)
              onConfirm()
            }}
          >
            {confirmLabel}
          </Button>
        </Group>
      </Modal>
    </>
  )
}

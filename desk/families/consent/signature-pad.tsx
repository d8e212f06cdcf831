import { Button, Text } from '@mantine/core'
import { type PointerEvent, useEffect, useRef } from 'react'
import { text } from '../../kit/index.ts'
import styles from '../families.module.css'

/** A signature drawn with finger or mouse; given back as a PNG data URL. */
export function SignaturePad({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (dataUrl: string) => void
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const drawing = useRef(false)
  const first = useRef(value)
  useEffect(() => {
    const { current } = canvas
    if (current === null) return
    const ratio = Math.min(2, window.devicePixelRatio)
    current.width = current.clientWidth * ratio
    current.height = current.clientHeight * ratio
    const pen = current.getContext('2d')
    if (pen === null) return
    pen.scale(ratio, ratio)
    pen.lineWidth = 2.5
    pen.lineCap = 'round'
    pen.strokeStyle = '#26201b'
    if (first.current === '') return
    const kept = new Image()
    kept.onload = () => pen.drawImage(kept, 0, 0, current.clientWidth, current.clientHeight)
    kept.src = first.current
  }, [])
  const placeOf = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    return [event.clientX - box.left, event.clientY - box.top] as const
  }
  const start = (event: PointerEvent<HTMLCanvasElement>) => {
    drawing.current = true
    event.currentTarget.setPointerCapture(event.pointerId)
    const pen = event.currentTarget.getContext('2d')
    pen?.beginPath()
    pen?.moveTo(...placeOf(event))
  }
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!drawing.current) return
    const pen = event.currentTarget.getContext('2d')
    pen?.lineTo(...placeOf(event))
    pen?.stroke()
  }
  const end = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!drawing.current) return
    drawing.current = false
    onChange(event.currentTarget.toDataURL('image/png'))
  }
  const clear = () => {
    const { current } = canvas
    current?.getContext('2d')?.clearRect(0, 0, current.width, current.height)
    onChange('')
  }
  return (
    <div>
      <Text mb={4}>{text('families:consent.signHere')}</Text>
      <canvas
        ref={canvas}
        className={styles.pad}
        role="img"
        aria-label={text(
          value === '' ? 'families:consent.signatureEmpty' : 'families:consent.signatureDrawn',
        )}
        onPointerDown={start}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <Button variant="default" size="compact-md" mt={4} onClick={clear}>
        {text('families:consent.clearSignature')}
      </Button>
    </div>
  )
}

/** A data URL as the file it stands for. */
export function fileOfDataUrl(dataUrl: string, name: string): File {
  const [head = '', data = ''] = dataUrl.split(',')
  const type = /^data:([^;]+)/.exec(head)?.[1] ?? 'image/png'
  const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))
  return new File([bytes], name, { type })
}

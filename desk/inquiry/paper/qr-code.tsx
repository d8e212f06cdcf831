import QRCode from 'qrcode'

/** The number of a sheet for a scanner: black squares only, sharp at any size. */
export function QrCode({ code }: { readonly code: string }) {
  const { modules } = QRCode.create(code, { errorCorrectionLevel: 'M' })
  const quiet = 2
  const size = modules.size + 2 * quiet
  const squares = Array.from(modules.data).flatMap((dark, index) =>
    dark === 0
      ? []
      : [`M${quiet + (index % modules.size)} ${quiet + Math.floor(index / modules.size)}h1v1h-1z`],
  )
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${size} ${size}`}
      width="76"
      height="76"
      shapeRendering="crispEdges"
    >
      <path d={squares.join('')} fill="#000" />
    </svg>
  )
}

import { generate } from 'selfsigned'

/** Which certificate the gateway shows; all but `valid` must be refused by every sender. */
export type CertificateKind = 'valid' | 'expired' | 'future' | 'wrong-host' | 'self-signed'

export type Certificates = { readonly ca: string; readonly certificate: string; readonly key: string }

const day = 24 * 60 * 60 * 1000

/** Makes a certification authority of the gateway's own and a server certificate for this machine. */
export async function makeCertificates(kind: CertificateKind): Promise<Certificates> {
  const now = Date.now()
  const authority = await generate([{ name: 'commonName', value: 'Qosdiplom test authority' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - day),
    notAfterDate: new Date(now + 30 * day),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  })
  const begin = now + (kind === 'expired' ? -20 : kind === 'future' ? 5 : -1) * day
  const server = await generate([{ name: 'commonName', value: 'Qosdiplom test gateway' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(begin),
    notAfterDate: new Date(begin + 10 * day),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: kind === 'wrong-host' ? [{ type: 2, value: 'elsewhere.example' }] : localNames,
      },
    ],
    ...(kind === 'self-signed' ? {} : { ca: { key: authority.private, cert: authority.cert } }),
  })
  return { ca: authority.cert, certificate: server.cert, key: server.private }
}

const localNames: ({ type: 2; value: string } | { type: 7; ip: string })[] = [
  { type: 2, value: 'localhost' },
  { type: 7, ip: '127.0.0.1' },
]

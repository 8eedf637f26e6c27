import { X509Certificate } from 'node:crypto'
import { AppError } from '../../../shared/kernel/app-error.ts'

/** Checks and tidies the address of a receiver: https, a host, an optional path, nothing else. Refuses with `ministry-receiver-address`. */
export function receiverAddress(text: string): string {
  let url: URL
  try {
    url = new URL(text.trim())
  } catch {
    throw new AppError('ministry-receiver-address')
  }
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === ''
  if (url.protocol !== 'https:' || url.hostname === '' || !isPlain)
    throw new AppError('ministry-receiver-address')
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}

/** A stored CA certificate as people recognise it. */
export type CertificateFacts = { subject: string; sha256: string; validTo: string }

/** Reads a CA certificate from a PEM or DER file and gives its PEM. Refuses with `ministry-certificate-unreadable`. */
export function readCertificate(bytes: Uint8Array, name: string): string {
  try {
    const certificate = new X509Certificate(bytes)
    if (!certificate.ca) throw new Error('not a CA certificate')
    return certificate.toString()
  } catch {
    throw new AppError('ministry-certificate-unreadable', { name })
  }
}

/** Subject, fingerprint and end of a stored certificate. */
export function certificateFacts(pem: string): CertificateFacts {
  const certificate = new X509Certificate(pem)
  return {
    subject: certificate.subject.replaceAll('\n', ', '),
    sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    validTo: new Date(certificate.validTo).toISOString(),
  }
}

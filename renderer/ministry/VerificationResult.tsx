import { Stack, Text } from '@mantine/core'
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import type { Verification } from '../../shared/exchange/verification.ts'
import { useText } from '../app/i18n.ts'
import { Facts } from '../components/Facts.tsx'
import classes from './ministry.module.css'

/** The verdict on a package, and each file that differs; the first one is named first. */
export function VerificationResult({ verification }: { readonly verification: Verification }) {
  const t = useText()
  const { ok, manifest, manifestSha256, faults, filesChecked } = verification
  const Sign = ok ? IconShieldCheck : IconShieldX
  return (
    <Stack gap="sm" role="status">
      <div className={classes.verdict} data-tone={ok ? 'good' : 'bad'}>
        <Sign size={20} aria-hidden />
        {ok
          ? t('ministry:verify.ok', { count: filesChecked })
          : t('ministry:verify.bad', { count: faults.length })}
      </div>
      {faults.map(({ file, fault, expected, found }) => (
        <div key={`${file}-${fault}`}>
          <Text fw={700}>{file === '' ? t('ministry:verify.wholePackage') : file}</Text>
          <Text>{t(`ministry:fault.${fault}`)}</Text>
          {expected === '' && found === '' ? null : (
            <Text size="xs" c="dimmed" className={classes.hash}>
              {t('ministry:verify.expected', { expected, found })}
            </Text>
          )}
        </div>
      ))}
      {manifest === null ? null : (
        <Facts
          facts={[
            [
              t('ministry:manifest.form'),
              `${manifest.form} · ${t('ministry:revision', { revision: manifest.revision })}`,
            ],
            [t('ministry:manifest.bin'), manifest.bin],
            [
              t('ministry:manifest.sha256'),
              <span key="hash" className={classes.hash}>
                {manifestSha256}
              </span>,
            ],
          ]}
        />
      )}
    </Stack>
  )
}

import type { ReactNode } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { peopleTexts } from './people.nl.ts';
import classes from './people.module.css';

type ContactField = 'email' | 'phone' | 'street' | 'postalCode' | 'city' | 'country';

/** Where a message can go: the same fields for a payer and for a third party. */
export function ContactFields({
  fields,
  errors,
  channel,
}: {
  readonly fields: Readonly<Record<ContactField, UseFormRegisterReturn>>;
  readonly errors: Readonly<Partial<Record<ContactField, { readonly message?: string | undefined }>>>;
  readonly channel: ReactNode;
}) {
  return (
    <>
      <div className={classes['third']}>
        <TextInput label={peopleTexts.email} type="email" {...fields.email} error={errors.email?.message} />
      </div>
      <div className={classes['third']}>
        <TextInput label={peopleTexts.phone} type="tel" {...fields.phone} error={errors.phone?.message} />
      </div>
      <div className={classes['third']}>{channel}</div>
      <div className={classes['half']}>
        <TextInput label={peopleTexts.street} {...fields.street} error={errors.street?.message} />
      </div>
      <div>
        <TextInput label={peopleTexts.postalCode} {...fields.postalCode} error={errors.postalCode?.message} />
      </div>
      <div>
        <TextInput label={peopleTexts.city} {...fields.city} error={errors.city?.message} />
      </div>
      <div>
        <TextInput
          label={peopleTexts.country}
          maxLength={2}
          {...fields.country}
          error={errors.country ? peopleTexts.countryHint : null}
        />
      </div>
    </>
  );
}

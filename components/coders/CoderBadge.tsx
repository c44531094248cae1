import './coders.css';

/** A coder's initials on their colour; the name is in the label. */
export function CoderBadge({ initials, name, colour }: { initials: string; name: string; colour: string }) {
  return (
    <span class="coder-badge" title={name} style={`--coder:${colour}`}>
      <span aria-hidden="true">{initials}</span>
      <span class="visually-hidden">{name}</span>
    </span>
  );
}

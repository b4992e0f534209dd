// Short facts in a row; a line breaks between them, never inside one.

export function Facts({ facts, className = '' }: { facts: string[]; className?: string }) {
  return (
    <span className={`claim-facts ${className}`}>
      {facts.filter(Boolean).map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </span>
  );
}

-- When it was is not for the application to say either.
REVOKE INSERT (created_at) ON audit_logs FROM ${app_role};

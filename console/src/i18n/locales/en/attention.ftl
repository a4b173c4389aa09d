## attention
attention-none = Nothing needs attention
attention-noneText = Every message found its account, and every record can be read.
attention-failed = This could not be loaded
attention-unreadable = Records that cannot be read
attention-unreadableText = Switchboard goes on as if these records were not there. Fix or remove them in the table.
attention-aside = Messages without an account
attention-asideText = The newest 50 of the last 30 days. Nobody has answered them.
attention-account = Account { $id }
attention-noAccount = No account specified
attention-payload = Received data

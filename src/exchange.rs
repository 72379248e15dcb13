//! Foreign formats: Partner Center and Microsoft Graph files into rows and changes.

"""Any paper held against its signatures, the register and itself."""
